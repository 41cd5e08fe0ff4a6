extension Language {
    static let portuguese = Language(
        codes: ["pt"],
        times: Times(
            before: ["ha"],
            behind: ["atras"],
            readings: ["de leitura"],
            units: [
                "segundos", "minuto", "minutos", "hora", "horas", "dia", "dias", "semana", "semanas", "mes", "meses",
                "ano", "anos",
            ]),
        people: People(
            bylines: Roles(
                author: [
                    "ver todos os posts de", "autor:", "por", "escrito por", "publicado por", "texto:", "autora:",
                    "autores:", "autor",
                ],
                reporter: ["reportagem:", "entrevista de", "entrevista por"]),
            noBeginnings: ["o", "os", "as"],
            ands: ["e"],
            joiners: ["com"],
            particles: ["de", "da", "do", "dos", "das", "e", "os"],
            organisations: ["agencia", "redacao", "jornal", "noticias", "instituto"],
            timeWords: ["horas", "dias"]),
        places: Places(
            sources: ["fonte"],
            homes: ["inicio", "pagina inicial", "página inicial", "inicial"],
            crumbLabels: ["está aquí", "você está em", "você está aqui"],
            crumbNames: ["trilha de navegação"],
            pageWords: ["artigo"],
            actions: ["voltar", "imprimir"],
            leadsBack: ["voltar para "],
            noSections: ["sem categoria"],
            tags: ["temas relacionados", "assuntos", "tópicos relacionados"]),
        rights: Rights(
            reserved: ["todos os direitos reservados"],
            reservedWithin: ["direitos reservados"],
            companyForms: ["s.a.", "lda", "ltda"],
            commonForms: ["sa"],
            legalForms: ["ltda"],
            capitalForms: ["SA"],
            companyBoundaries: ["reservados"],
            menus: ["politica de", "termos de"],
            noHolders: ["ou"],
            creditLabels: ["foto:", "fotos:"],
            creditWords: ["foto"]),
        edges: Edges(
            syndications: ["este artigo foi publicado originalmente", "esta matéria foi publicada originalmente"],
            disclaimers: ["isenção de responsabilidade"],
            notices: ["receber uma comissão", "links de afiliado"],
            contacts: ["comunicar erro", "fale conosco", "reportar erro", "entre em contato"],
            contactLabels: ["Contato para a imprensa"],
            readingTimes: ["tempo de leitura", "min de leitura", "minutos de leitura"],
            letters: ["newsletter"],
            invitations: [
                "participe do", "entre no", "siga o", "siga nosso", "assine", "inscreva-se", "cadastre-se", "receba",
            ],
            readMore: ["leia também", "leia mais", "veja também", "saiba mais"],
            passing: ["continua após a publicidade", "continua depois da publicidade"],
            tools: ["imprimir", "ouvir", "salvar"]),
        comments: Comments(
            words: ["comentari", "comentar"],
            rules: ["os comentários são", "excluir comentários"],
            titles: ["regras para comentários"]),
        standIns: StandIns(
            errors: ["pagina nao encontrada", "pagina que voce procura"],
            robotChecks: ["nao e um robo"],
            paywalls: ["exclusivo para assinantes", "ja e assinante", "assine para ler"],
            logins: ["esqueceu a senha", "esqueceu sua senha", "nao tem conta"],
            consents: ["utilizamos cookies", "usamos cookies", "uso de cookies"],
            personalData: ["dados pessoais", "seus dados"],
            grants: ["consentimento", "interesse legítimo", "parceiros"],
            searches: ["Resultados da busca", "Resultados da pesquisa"],
            searchesFor: ["Resultados da busca por ", "Resultados da pesquisa por "],
            housePages: ["Política de cookies", "Política de Privacidade", "Termos de uso"]))
}
