#!/usr/bin/env python3
"""Writes Sources/Markup/Generated/{Tag,AttributeName}+Names.swift: the names Markup knows by number.

The lists below are the element and attribute names of HTML, SVG and MathML in the WHATWG standard (with the obsolete ones
its parsing rules still name) and the attribute names met most often on real pages. Order is free; number 0 is "unknown".
Run from the package's root:  python3 deploy/generate-names.py
"""
import pathlib
import re

HTML = """html head body title base link meta style script noscript template p div span a img br hr ul ol li dl dt dd
h1 h2 h3 h4 h5 h6 table caption colgroup col tbody thead tfoot tr td th form input button select option optgroup textarea
label fieldset legend datalist output progress meter keygen article section nav aside header footer main address hgroup
search figure figcaption blockquote pre listing xmp plaintext center details summary dialog menu menuitem dir b big code em
font i s small strike strong tt u nobr abbr acronym cite dfn del ins kbd mark q samp sub sup var time data wbr bdi bdo ruby
rb rt rtc rp iframe embed object param applet marquee frameset frame noframes noembed video audio source track picture
canvas map area basefont bgsound blink image isindex slot portal selectedcontent spacer multicol nextid amp-img amp-ad
amp-analytics"""
SVG = """svg g path rect circle ellipse line polyline polygon text tspan defs use symbol marker mask pattern view switch set
desc metadata stop filter animate mpath hkern vkern glyph altGlyph altGlyphDef altGlyphItem animateColor animateMotion
animateTransform clipPath feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting
feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge
feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence foreignObject glyphRef
linearGradient radialGradient textPath"""
MATHML = """math mi mo mn ms mtext mglyph malignmark annotation annotation-xml mrow mfrac msqrt mroot mstyle merror mpadded
mphantom mfenced menclose msub msup msubsup munder mover munderover mmultiscripts mprescripts mtable mtr mtd mlabeledtr
maligngroup mspace maction semantics none"""

ATTRIBUTES = """id class href src alt title style type name content value rel lang dir width height target data datetime
action method for placeholder media charset property http-equiv itemprop itemscope itemtype itemid itemref role hidden
srcset sizes async defer crossorigin integrity nonce referrerpolicy loading decoding fetchpriority tabindex align valign
border cellpadding cellspacing colspan rowspan bgcolor color face size background nowrap clear noshade start reversed cite
checked selected disabled readonly required multiple maxlength minlength min max step pattern autocomplete autofocus
accept accept-charset enctype novalidate form formaction formmethod formtarget list label span scope headers summary
abbr download ping hreflang usemap ismap shape coords longdesc frameborder scrolling marginwidth marginheight allow
allowfullscreen sandbox srcdoc controls autoplay loop muted poster preload kind srclang default open wrap rows cols
language event xmlns vlink alink link text compact hspace vspace encoding version profile manifest pubdate translate
spellcheck contenteditable draggable accesskey dropzone slot part is inert popover as blocking imagesizes imagesrcset
onclick onload onerror onsubmit onchange onmouseover onmouseout onkeydown onkeyup onfocus onblur oninput
aria-label aria-labelledby aria-describedby aria-hidden aria-expanded aria-controls aria-haspopup aria-current aria-live
aria-level aria-modal aria-pressed aria-selected aria-valuenow
data-id data-src data-srcset data-sizes data-lazy data-lazy-src data-original data-url data-href data-title data-type
data-name data-value data-target data-toggle data-index data-time data-date data-timestamp data-author data-content
data-width data-height data-image data-testid data-test-id data-component data-module data-action data-category data-position
data-component-name data-track data-ga data-label data-layout data-key data-v data-widget data-config data-options
data-template data-slot data-ad data-caption data-alt data-text data-user data-count data-page data-post-id data-share
data-link data-react-helmet data-rh data-n-head data-hid data-elementor-type data-element_type data-widget_type
prefix typeof vocab resource about datatype inlist
d fill stroke viewBox transform points x y x1 x2 y1 y2 cx cy r rx ry opacity offset stroke-width stroke-linecap
stroke-linejoin stroke-miterlimit stroke-dasharray fill-rule clip-rule clip-path fill-opacity stroke-opacity stop-color
stop-opacity font-size font-family font-weight text-anchor focusable xml:lang xml:space xmlns:xlink xlink:href
xlink:actuate xlink:arcrole xlink:role xlink:show xlink:title xlink:type definitionURL
attributeName attributeType baseFrequency baseProfile calcMode clipPathUnits diffuseConstant edgeMode filterUnits glyphRef
gradientTransform gradientUnits kernelMatrix kernelUnitLength keyPoints keySplines keyTimes lengthAdjust
limitingConeAngle markerHeight markerUnits markerWidth maskContentUnits maskUnits numOctaves pathLength
patternContentUnits patternTransform patternUnits pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio
primitiveUnits refX refY repeatCount repeatDur requiredExtensions requiredFeatures specularConstant specularExponent
spreadMethod startOffset stdDeviation stitchTiles surfaceScale systemLanguage tableValues targetX targetY textLength
viewTarget xChannelSelector yChannelSelector zoomAndPan prompt sharp"""

KEYWORDS = set("""class for default in is as self var let func init switch case if else where while do repeat return break
continue try catch throw throws true false nil import public private static struct enum extension protocol typealias super
operator subscript deinit guard defer async open any some Type""".split())


def names(*lists):
    seen, out = set(), []
    for spelling in " ".join(lists).split():
        if spelling.lower() not in seen:
            seen.add(spelling.lower())
            out.append(spelling)
    return out


def identifier(spelling):
    parts = re.split(r"[-:_]", spelling)
    joined = parts[0] + "".join(p[:1].upper() + p[1:] for p in parts[1:])
    return joined + "_" if joined in KEYWORDS else joined


def packed(spellings, indent="        "):
    lines, line = [], ""
    for spelling in spellings:
        if len(line) + len(spelling) > 100:
            lines.append(line)
            line = ""
        line += spelling + " "
    lines.append(line.rstrip())
    return "\n".join(indent + line.rstrip() + (" \\" if n < len(lines) - 1 else "") for n, line in enumerate(lines))


def write(path, kind, what, spellings):
    adjusted = [s for s in spellings if s != s.lower()]
    out = [
        "// Generated by deploy/generate-names.py: change the lists there.",
        "",
        f"extension {kind} {{",
        f"    /// The {what} known by number, in lower case, in order from number 1, apart by spaces.",
        "    static let spellings: StaticString = \"\"\"",
        packed([s.lower() for s in spellings]),
        "        \"\"\"",
        "",
        "    /// Those written with capitals in SVG or MathML, as the standard adjusts them, apart by spaces.",
        "    static let adjustedSpellings: StaticString = \"\"\"",
        packed(adjusted),
        "        \"\"\"",
        "",
        f"    /// How many are known, number 0 (unknown) counted.",
        f"    @usableFromInline static let knownCount: UInt16 = {len(spellings) + 1}",
        "}",
        "",
        f"extension {kind} {{",
    ]
    for number, spelling in enumerate(spellings, 1):
        out.append(f"    /// `{spelling}`.")
        out.append(f"    @inlinable public static var {identifier(spelling)}: {kind} {{ {kind}(number: {number}) }}")
    out.append("}")
    path.write_text("\n".join(out) + "\n")


if __name__ == "__main__":
    folder = pathlib.Path("Sources/Markup/Generated")
    folder.mkdir(exist_ok=True)
    write(folder / "Tag+Names.swift", "Tag", "element names", names(HTML, SVG, MATHML))
    write(folder / "AttributeName+Names.swift", "AttributeName", "attribute names", names(ATTRIBUTES))
