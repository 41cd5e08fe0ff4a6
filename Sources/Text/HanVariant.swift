/// Tells simplified from traditional Chinese by characters that differ.
public enum HanVariant: Sendable, Equatable {
    /// Simplified characters (`zh-Hans`).
    case simplified
    /// Traditional characters (`zh-Hant`).
    case traditional

    /// What a text is written in, or `nil` when no character tells (or as many tell one as the other).
    public static func of(_ text: Span<UInt8>) -> HanVariant? {
        var balance = 0
        var index = 0
        while index < text.count, balance.magnitude < 200 {
            guard text[index] >= 0xE3 else {
                index += 1
                continue
            }
            let (value, length) = UTF8Scalars.scalar(in: text, at: index)
            if HanPairs.simplified.contains(value) {
                balance += 1
            } else if HanPairs.traditional.contains(value) {
                balance -= 1
            }
            index += length
        }
        return balance == 0 ? nil : balance > 0 ? .simplified : .traditional
    }
}

/// The commonest characters whose two forms differ, simplified before traditional.
///
/// Left out are forms that both scripts use for something (后, 里, 面, 干, 台, 系, 云, 志, 游).
enum HanPairs {
    static let packed = """
        国國个個们們来來这這说說时時为為会會对對发發学學过過还還进進动動实實现現种種经經开開关關问問样樣无無应應义義长長间間两兩从從头頭\
        机機业業东東车車见見点點电電书書写寫话話语語请請让讓认認识識论論记記许許设設证證评評词詞试試诗詩该該详詳误誤调調课課谁誰谈談谢謝\
        读讀变變观觀规規视視觉覺览覽讲講议議订訂计計训訓讯訊访訪诉訴诊診译譯诚誠询詢诸諸诺諾谋謀谓謂谱譜豆豆贝貝负負财財责責败敗货貨质質\
        贩販贪貪贫貧购購贯貫贱賤贴貼贵貴贷貸贸貿费費贺賀贼賊资資赋賦赌賭赏賞赐賜赔賠赖賴赚賺赛賽赞贊赠贈赢贏赶趕赵趙跃躍践踐踪蹤轨軌转轉\
        轮輪软軟轰轟轻輕载載较較辅輔辆輛辈輩辉輝输輸辞辭边邊达達迁遷运運近近连連迟遲适適选選递遞遗遺遥遙邓鄧邮郵邻鄰郑鄭酱醬释釋针針钉釘\
        钟鐘钢鋼钱錢钻鑽铁鐵铃鈴铅鉛银銀铜銅铝鋁铺鋪链鏈销銷锁鎖锅鍋锋鋒错錯锡錫锦錦键鍵镇鎮镜鏡门門闪閃闭閉闯闖闲閒闷悶闹鬧闻聞阁閣阅閱\
        阔闊队隊阳陽阴陰阵陣阶階际際陆陸陈陳险險随隨隐隱难難雾霧静靜页頁顶頂项項顺順须須顾顧顿頓颁頒预預领領频頻颗顆题題颜顏额額风風飘飄\
        飞飛饭飯饮飲饰飾饱飽饿餓馆館馈饋马馬驱驅驶駛驻駐驾駕验驗骑騎骗騙骤驟鱼魚鲁魯鲜鮮鸟鳥鸡雞鸣鳴鸭鴨鸿鴻鹏鵬鹰鷹麦麥黄黃龙龍龄齡龟龜\
        万萬与與专專丛叢丝絲丢丟严嚴丧喪丰豐临臨丽麗举舉乌烏乐樂乔喬习習乡鄉买買乱亂争爭亏虧亚亞产產亩畝亲親亿億仅僅仆僕仓倉仪儀价價众眾\
        优優伙夥伟偉传傳伤傷伦倫伪偽体體余餘佣傭侠俠侣侶侦偵侧側侨僑俩倆债債倾傾偿償储儲儿兒党黨兰蘭兴興养養兽獸内內冈岡册冊军軍农農冯馮\
        冲衝决決况況冻凍净淨凉涼减減凑湊凤鳳凭憑凯凱击擊划劃刘劉则則刚剛创創删刪别別剂劑剑劍剧劇劝勸办辦务務劳勞势勢励勵劲勁区區医醫华華\
        协協单單卖賣卢盧卫衛厂廠厅廳历歷压壓厌厭厕廁厦廈县縣参參双雙叠疊叶葉号號叹嘆吓嚇听聽启啟吴吳员員呜嗚响響哑啞唤喚啸嘯喷噴团團园園\
        围圍图圖圆圓圣聖场場坏壞块塊坚堅坛壇坝壩坟墳坠墜垄壟垒壘垫墊堕墮墙牆壮壯声聲壳殼处處备備复復够夠夹夾夺奪奋奮奖獎奥奧妆妝妇婦妈媽\
        娱娛婴嬰孙孫宁寧宝寶审審宪憲宫宮宽寬宾賓寝寢寻尋导導寿壽将將尔爾尘塵尝嘗层層属屬届屆岁歲岂豈岗崗岛島岭嶺崭嶄巩鞏币幣帅帥师師帐帳\
        帘簾带帶帮幫广廣庄莊庆慶库庫庙廟庞龐废廢异異弃棄张張弥彌弯彎弹彈强強归歸录錄彻徹征徵径徑忆憶忧憂怀懷态態怜憐总總恋戀恒恆恳懇恶惡\
        悬懸惊驚惧懼惨慘惩懲惯慣愿願懒懶戏戲战戰户戶扑撲执執扩擴扫掃扬揚扰擾抚撫抛拋抢搶护護报報担擔拟擬拥擁拦攔择擇挂掛挑挑挡擋挣掙挤擠\
        挥揮损損换換据據掳擄搁擱摄攝摆擺摇搖撑撐敌敵数數斋齋断斷旧舊旷曠显顯晒曬晓曉晕暈暂暫术術朴樸权權条條极極构構枪槍枫楓柜櫃标標栈棧\
        栋棟栏欄树樹档檔桥橋检檢楼樓横橫欢歡欧歐歼殲残殘毁毀毕畢气氣汇匯汉漢汤湯沟溝没沒沧滄沪滬泪淚泽澤洁潔洒灑浅淺测測济濟浏瀏浑渾浓濃\
        涌湧涛濤润潤涨漲渐漸渔漁湾灣湿濕溃潰滚滾满滿滥濫滨濱灭滅灯燈灵靈灾災炉爐炼煉烂爛烟煙烦煩烧燒热熱爱愛爷爺牵牽犹猶状狀狂狂独獨狮獅\
        猎獵猪豬猫貓献獻环環玛瑪玩玩疗療疯瘋痒癢瘫癱盐鹽监監盖蓋盘盤睁睜瞒瞞矿礦码碼础礎确確碍礙礼禮祸禍离離秃禿积積称稱稳穩穷窮窃竊窝窩\
        竞競笔筆笼籠筑築签簽简簡粮糧紧緊纠糾红紅约約级級纪紀纯純纱紗纲綱纳納纵縱纷紛纸紙纹紋纺紡线線练練组組细細织織终終绍紹绑綁结結绕繞\
        绘繪给給络絡绝絕统統继繼绩績绪緒续續绳繩维維综綜绿綠缓緩编編缘緣缩縮缴繳网網罗羅罚罰职職联聯聪聰肃肅肠腸肤膚肿腫胀脹胁脅胜勝脉脈\
        脏臟脑腦脚腳脱脫脸臉舰艦艰艱艺藝节節芦蘆苏蘇范範荐薦荣榮药藥莱萊莲蓮获獲蓝藍虑慮虚虛虫蟲虽雖蚀蝕蚁蟻蛮蠻袜襪装裝补補袭襲触觸誉譽\
        厘釐钦欽锐銳闽閩阐闡隶隸韩韓韵韻顷頃颇頗饼餅骄驕鲸鯨鹤鶴齐齊齿齒
        """

    private static let pairs: [(UInt32, UInt32)] = {
        let scalars = packed.unicodeScalars.map(\.value)
        return stride(from: 0, to: scalars.count - 1, by: 2).map { (scalars[$0], scalars[$0 + 1]) }
            .filter { $0.0 != $0.1 }
    }()

    static let simplified = Set(pairs.map(\.0)).subtracting(pairs.map(\.1))
    static let traditional = Set(pairs.map(\.1)).subtracting(pairs.map(\.0))
}
