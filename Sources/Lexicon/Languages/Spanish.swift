extension Language {
    static let spanish = Language(
        codes: ["es"],
        times: Times(
            before: ["hace"],
            behind: ["atras"],
            readings: ["de lectura"],
            units: [
                "segundos", "minuto", "minutos", "hora", "horas", "dia", "dias", "semana", "semanas", "mes", "meses",
                "ano", "anos",
            ],
            clockWords: ["hs"],
            changes: ["última actualización", "actualizado", "actualización", "modificado"]),
        people: People(
            bylines: Roles(
                author: [
                    "ver todas las entradas de", "autor:", "por", "escrito por", "publicado por", "redaccion:",
                    "texto:", "autora:", "autores:", "autor",
                ],
                reporter: ["entrevista de", "entrevista por"]),
            noBeginnings: ["los", "las", "el"],
            ands: ["y"],
            joiners: ["con"],
            particles: ["de", "del", "la", "el", "y", "san"],
            titles: ["autor", "redactor", "redactora", "periodista", "corresponsal"],
            organisations: ["agencia", "redaccion", "noticias", "universidad", "instituto", "ministerio", "fundacion"],
            agencies: ["agencia"],
            unsigned: ["prensa"],
            timeWords: ["hace", "horas", "dias"],
            stops: ["publicado", "actualizado", "el"],
            writtenBy: ["Autor", "Escrito por", "Por"]),
        places: Places(
            sources: ["fuente", "fuentes"],
            homes: ["inicio", "portada"],
            crumbLabels: ["usted está aquí", "estás aquí", "está aquí"],
            crumbNames: ["migas de pan", "ruta de navegación"],
            pageWords: ["artículo"],
            actions: ["volver", "imprimir", "compartir"],
            leadsBack: ["volver a"],
            noSections: ["sin categoría", "sin categoria"],
            tags: ["archivado en", "temas relacionados"]),
        rights: Rights(
            reserved: ["todos los derechos reservados"],
            reservedWithin: ["derechos reservados"],
            companyForms: ["s.a.", "s.l.", "s.l.u."],
            commonForms: ["sa"],
            legalForms: ["ltda"],
            capitalForms: ["SA", "SL", "SLU"],
            companyBoundaries: ["propietario", "reservados"],
            menus: ["aviso legal", "politica de", "terminos y", "condiciones de"],
            paperArticles: ["La", "El"],
            creditLabels: ["foto:", "fotos:", "foto ©"],
            creditWords: ["foto"]),
        edges: Edges(
            syndications: [
                "este artículo fue publicado originalmente", "este artículo se publicó originalmente",
                "este artículo apareció originalmente",
            ],
            disclaimers: ["descargo de responsabilidad"],
            notices: ["recibir una comisión", "enlaces de afiliado", "enlaces afiliados"],
            contacts: [
                "reportar un error", "informar de un error", "contactenos", "escribanos", "contacta con nosotros",
            ],
            contactLabels: ["Contacto de prensa", "Contacto para prensa", "Contacto"],
            readingTimes: ["tiempo de lectura", "min de lectura", "minutos de lectura"],
            letters: ["newsletter", "boletín"],
            invitations: [
                "únete a", "sigue nuestro", "sigue el canal", "síguenos", "suscríbete", "suscríbase",
                "inscríbete", "apúntate", "regístrate", "recibe",
            ],
            readMore: [
                "lea también", "lee también", "leer también", "te puede interesar", "ver también",
                "mira también",
            ],
            passing: ["el artículo continúa después de la publicidad", "continúa después del anuncio"],
            tools: ["escuchar", "guardar", "imprimir"]),
        comments: Comments(
            words: ["comentari", "comentar", "comentád"],
            rules: [
                "los comentarios son", "eliminar los comentarios", "eliminar comentarios", "normas de participación",
            ],
            titles: ["normas de comentarios", "normas de participación", "comentarios de lectores"]),
        standIns: StandIns(
            errors: ["pagina no encontrada", "pagina que busca", "pagina no existe"],
            errorTitles: ["no encontrada", "no encontrado"],
            robotChecks: ["no eres un robot"],
            paywalls: [
                "exclusivo para suscriptores", "solo para suscriptores", "contenido exclusivo para",
                "suscribete para seguir", "suscribete para leer", "ya eres suscriptor",
            ],
            logins: ["olvidado tu contrasena", "olvidaste tu contrasena", "no tienes cuenta", "recuerdame"],
            consents: ["utilizamos cookies", "usamos cookies", "nosotros y nuestros", "uso de cookies"],
            personalData: ["datos personales", "sus datos", "tus datos"],
            grants: ["consentimiento", "interés legítimo", "socios"],
            searches: ["Resultados de búsqueda", "Resultados de la búsqueda"],
            searchesFor: ["Resultados de búsqueda para ", "Resultados de la búsqueda para "],
            housePages: ["Política de privacidad", "Aviso legal", "Política de cookies", "Términos y condiciones"]))
}
