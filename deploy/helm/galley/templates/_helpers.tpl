{{- define "galley.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{/* Short enough for a StatefulSet's pods to have names of 63 characters. */}}
{{- define "galley.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 52 | trimSuffix "-" -}}
{{- else if contains (include "galley.name" .) .Release.Name -}}
{{- .Release.Name | trunc 52 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name (include "galley.name" .) | trunc 52 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{- define "galley.selectorLabels" -}}
app.kubernetes.io/name: {{ include "galley.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "galley.labels" -}}
{{ include "galley.selectorLabels" . }}
app.kubernetes.io/version: {{ .Values.image.tag | default .Chart.AppVersion | trunc 63 | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 }}
{{- with .Values.labels }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "galley.serviceAccountName" -}}
{{- if .Values.serviceAccount.create -}}
{{- default (include "galley.fullname" .) .Values.serviceAccount.name -}}
{{- else -}}
{{- default "default" .Values.serviceAccount.name -}}
{{- end -}}
{{- end -}}

{{- define "galley.image" -}}
{{- if .Values.image.digest -}}
{{- printf "%s@%s" .Values.image.repository .Values.image.digest -}}
{{- else -}}
{{- printf "%s:%s" .Values.image.repository (.Values.image.tag | default .Chart.AppVersion) -}}
{{- end -}}
{{- end -}}

{{- define "galley.exactlyOnce" -}}
{{- if eq (dig "delivery" "mode" "at-least-once" .Values.config) "exactly-once" -}}true{{- end -}}
{{- end -}}

{{/* "true" where pods must keep their names. */}}
{{- define "galley.stateful" -}}
{{- if or .Values.staticMembership.enabled (include "galley.exactlyOnce" .) -}}true{{- end -}}
{{- end -}}

{{- define "galley.kind" -}}
{{- if include "galley.stateful" . -}}StatefulSet{{- else -}}Deployment{{- end -}}
{{- end -}}

{{/* A list or a text with commas, as a text with commas. */}}
{{- define "galley.list" -}}
{{- if kindIs "slice" . -}}{{- join "," . -}}{{- else -}}{{- . -}}{{- end -}}
{{- end -}}

{{- define "galley.brokers" -}}
{{- include "galley.list" (dig "kafka" "brokers" "localhost:9092" .Values.config) -}}
{{- end -}}

{{/* A size of Galley's or of Kubernetes' as a number of bytes. */}}
{{- define "galley.bytes" -}}
{{- $size := toString . -}}
{{- $number := regexFind "^[0-9]+" $size | int64 -}}
{{- $unit := regexReplaceAll "^[0-9]+" $size "" | lower | trimSuffix "b" -}}
{{- $factors := dict "" 1 "k" 1000 "m" 1000000 "g" 1000000000 "ki" 1024 "mi" 1048576 "gi" 1073741824 -}}
{{- if not (hasKey $factors $unit) -}}{{- fail (printf "%s is no size with a unit that the chart knows (Mi, Gi, MiB, ...)" $size) -}}{{- end -}}
{{- mul $number (get $factors $unit) -}}
{{- end -}}

{{/* What would run, but not well. */}}
{{- define "galley.check" -}}
{{- $budget := include "galley.bytes" (dig "limits" "memory_bytes" "192MiB" .Values.config) | int64 -}}
{{- with dig "limits" "memory" "" .Values.resources -}}
{{- $needed := add (div (mul $budget 3) 2) 134217728 -}}
{{- if lt (include "galley.bytes" . | int64) $needed -}}
{{- fail (printf "resources.limits.memory is %s, but config.limits.memory_bytes needs %d bytes at least" (toString .) $needed) -}}
{{- end -}}
{{- end -}}
{{- if and (include "galley.exactlyOnce" .) (dig "delivery" "transactional_id" "" .Values.config) -}}
{{- fail "config.delivery.transactional_id would be the same for every pod; the chart sets it from the pod's name" -}}
{{- end -}}
{{- if dig "input" "instance_id" "" .Values.config -}}
{{- fail "config.input.instance_id would be the same for every pod; set staticMembership.enabled, which takes the pod's name" -}}
{{- end -}}
{{- end -}}
