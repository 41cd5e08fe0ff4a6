extension Language {
    static let korean = Language(
        codes: ["ko"],
        times: Times(
            yearMarks: ["년"],
            monthMarks: ["월"],
            dayMarks: ["일"],
            hourMarks: ["시"],
            minuteMarks: ["분"],
            secondMarks: ["초"],
            mornings: ["오전"],
            afternoons: ["오후"],
            wideUnits: ["초", "분", "시간", "일", "주", "개월", "년"],
            wideAgo: [" 전", "전"],
            changes: ["수정"]),
        people: People(
            rolesBehind: Roles(
                author: ["논설위원", "칼럼니스트", "교수"],
                reporter: ["기자", "인턴기자", "선임기자", "전문기자", "앵커", "PD"],
                correspondent: ["특파원"],
                editor: ["에디터"],
                photographer: ["사진기자"]),
            hangulNoNames: [
                "서울", "부산", "대구", "인천", "광주", "대전", "울산", "세종", "수원", "제주",
                "뉴스", "사진", "입력", "수정", "등록", "승인", "기자명", "취재", "작성자",
                "작성", "글쓴이", "기사", "기사입력", "송고", "최종", "최종수정", "글", "영상",
                "편집", "온라인", "디지털", "워싱턴", "베이징", "도쿄", "뉴욕",
            ],
            writtenBy: ["글쓴이"]),
        places: Places(
            wideSources: ["출처", "제공"],
            media: ["뉴스", "일보", "신문"],
            homes: ["홈"],
            crumbLabels: ["현재 위치"],
            actions: ["뒤로"]),
        rights: Rights(
            reserved: ["저작권자"],
            mentions: ["무단전재", "무단 전재"],
            licences: ["등록번호"],
            companyEndings: ["주식회사"],
            wideForms: ["주식회사"],
            menus: ["이용약관", "개인정보"],
            creditLabels: ["사진"]),
        edges: Edges(
            disclaimers: ["면책조항"],
            contacts: ["제보하기", "제보는", "기사제보", "제보 이메일", "카카오톡 제보"],
            contactLabels: ["보도자료 문의", "언론 문의"],
            readingTimes: ["읽는 시간"],
            letters: ["뉴스레터"],
            invitations: ["구독"],
            readMore: ["관련기사", "관련 기사", "함께 읽기"],
            tools: ["글자크기", "인쇄", "스크랩"]),
        comments: Comments(
            words: ["댓글"],
            rules: ["댓글을 삭제", "댓글은"],
            titles: ["댓글 운영정책"]),
        standIns: StandIns(
            errors: ["페이지를 찾을 수 없"],
            errorTitles: ["찾을 수 없"],
            robotChecks: ["안전한 접속을 위해", "로봇이 아닙니다"],
            paywalls: ["유료회원", "구독자 전용", "멤버십 전용"],
            logins: ["비밀번호 찾기"],
            consents: ["쿠키를 사용"],
            personalData: ["개인정보"],
            grants: ["동의"],
            searches: ["검색결과", "검색 결과"],
            housePages: ["개인정보처리방침", "이용약관"]))
}
