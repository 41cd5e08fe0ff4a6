/// Query parameters that tell where a reader came from, not what is read: dropped from URL keys.
///
/// Changing a row changes keys: raise ``URLKey/version`` with it.
enum TrackingParameters {
    /// Names dropped whole, in lower case.
    static let names: Set<String> = [
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "ttclid", "igshid",
        "igsh", "li_fat_id", "mc_cid", "mc_eid", "mkt_tok", "_hsenc", "_hsmi", "hsctatracking", "vero_id", "vero_conv",
        "oly_enc_id", "oly_anon_id", "rb_clickid", "s_cid", "wickedid", "_openstat", "ysclid", "spm", "scm", "cmpid",
        "ncid", "ocid", "cid_source", "icid", "xtor", "at_medium", "at_campaign", "at_custom1", "at_custom2",
        "at_custom3", "at_custom4", "wt_mc", "wt_zmc", "wtmc", "sr_share", "smid", "smtyp", "partner_code",
        "share_token",
        "share_source", "share_medium", "share_from", "sharefrom", "shareto", "from_source", "fromsource",
        "isappinstalled",
        "nsukey", "wxshare_count", "wx_share", "timestamp_share", "tdsourcetag", "bd_vid", "zarsrc", "guce_referrer",
        "guce_referrer_sig", "guccounter", "soc_src", "soc_trk", "ref_src", "ref_url", "__twitter_impression", "_ga",
        "_gl", "srsltid", "epik", "algo_expid", "feature_share", "campaign_id", "trackingid", "echobox",
    ]

    /// Beginnings of names.
    static let prefixes = ["utm_", "pk_", "mtm_", "matomo_", "piwik_", "hsa_", "ga_", "itm_", "stm_", "iesrc_", "spm_"]

    /// Whether a parameter is dropped.
    static func contains(_ name: String) -> Bool {
        let lower = name.lowercased()
        return names.contains(lower) || prefixes.contains { lower.hasPrefix($0) }
    }

    /// A query without them, its parameters sorted; `nil` when none is left.
    static func kept(_ query: String?) -> String? {
        guard let query else { return nil }
        let kept = query.split(separator: "&").filter { !contains(String($0.prefix { $0 != "=" })) }
        return kept.isEmpty ? nil : kept.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined(separator: "&")
    }
}
