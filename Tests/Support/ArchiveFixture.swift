/// Archives of web pages, as bytes that no tool here makes.
public enum ArchiveFixture {
    /// A WACZ file in base64: a gzipped WARC with a response and a request, stored; a WARC with a conversion, deflated; a description.
    public static let wacz =
        "UEsDBBQAAAAAAABIZVwiXaPwOwEAADsBAAAUAAAAYXJjaGl2ZS9kYXRhLndhcmMuZ3ofiwgAAAAAAAIDRY5BCsIwFET3gdwh"
        + "F0jzW6lgEEHqQlFQSqTgrsinEdokpF+otzdFijCLYXgzTLOvK5VnOWdNctJ8AmoRcQzejbiEbeyQ5L0+aWGJwqiVevp3fGHM"
        + "cGqH0KNaBg4tpYECirWElYTSwEYDJD04q7wjdCQv6DqyWpTAGWdHY27zg1QCcT3/sd8XwomUpaGf2W3YeYez+wIX023wuAAA"
        + "AB+LCAAAAAAAAgMLdwxy1jfUM+TlCgeydEMqC1KtFIpSC0tTi0tgYolF6akluqFBnlYKGSUlBcVW+vrJ+aVFmalFeqkVibkF"
        + "Oan6MP0uiSVA/UYGRma6Bsa6BqYhBpZWBgZAFMXL5ZyfV5KaV6Lrk5qXXpJhpWBoycvFy+XuGqKgb6jgERISAHEHBAIAAZfo"
        + "2ZgAAABQSwMEFAAAAAgAAEhlXLSJD0eTAAAAtAAAABEAAABhcmNoaXZlL3RleHQud2FyY0WNTQrCMBSE94HcIRfITyOKZlfq"
        + "RnBVIgV3sTzbYE1C+pT29laoCLMYvhlmmrKuZCEKSprFcTsnMKyN4Q159DH8sMsdIL/UJ8N6xDQaKdv4yh6ygMk90wBSr92j"
        + "w2VCK73jasPV1qqDUWrRlZIqBoSA6w3ChDINzod/cobQYW9YsaeEEtsDu0POM/Mju7n2Ib70A1BLAwQUAAAACAAASGVcd+he"
        + "tRwAAAAaAAAAEAAAAGRhdGFwYWNrYWdlLmpzb26rViooyk/LzElVslJKSSxJ1C1ITM5OTE9VqgUAUEsBAhQDFAAAAAAAAEhl"
        + "XCJdo/A7AQAAOwEAABQAAAAAAAAAAAAAAIABAAAAAGFyY2hpdmUvZGF0YS53YXJjLmd6UEsBAhQDFAAAAAgAAEhlXLSJD0eT"
        + "AAAAtAAAABEAAAAAAAAAAAAAAIABbQEAAGFyY2hpdmUvdGV4dC53YXJjUEsBAhQDFAAAAAgAAEhlXHfoXrUcAAAAGgAAABAA"
        + "AAAAAAAAAAAAAIABLwIAAGRhdGFwYWNrYWdlLmpzb25QSwUGAAAAAAMAAwC/AAAAeQIAAAAA"
}
