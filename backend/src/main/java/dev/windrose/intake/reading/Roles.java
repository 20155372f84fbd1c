package dev.windrose.intake.reading;

import dev.windrose.llm.language.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The part somebody plays in the decision. */
final class Roles {

    private static final Map<String, Pattern> CUES = new LinkedHashMap<>();

    static {
        CUES.put(
                "economic_buyer",
                Pattern.compile(
                        "\\b(?:(?:holding|holds) the purse\\w*|(?:the )?real buyer|(?:decides|signs off) on (?:the )?(?:spend|budget|money)|(?:owns?|holds?|controls?|has|manages?|runs?) (?:the |all )?(?:budget|purse|money)\\w*|budget "
                                + "(?:holder|owner)|economic buyer|budgetverantwort\\w*|tient le budget|(?:maneja|controla|lleva) el "
                                + "presupuesto|gestisce il budget|beheert het budget)\\b"));
        CUES.put(
                "champion",
                Pattern.compile(
                        "\\b(?:(?:our|the|a|my|is|100%|total|real|internal|strong|as) (?:our |a |the |new |internal "
                                + ")*champions?\\b|sells? (?:it|us) internally|push(?:es|ing) (?:this|it|us|hard) (?:internally|for us)|(?:fights?|fighting) for us|(?:our|an|a) (?:advocate|supporter|ally|sponsor)|roots? for us|(?:in|on) our (?:corner|side)|advocat\\w+ for us|"
                                + "vouch\\w* for us|zieht uns|setzt sich (?:intern )?fur uns ein|nos defend|defiende|nos apoya|champion\\b(?!s league)|unser furspreche\\w*|notre "
                                + "champion|pushing (?:for us|this) internally)"));
        CUES.put(
                "blocker",
                Pattern.compile(
                        "\\b(?:(?:can|could|will|would) (?:kill|block|veto|stop) (?:it|this|the deal|us)?|(?:is|as|a|our|the|"
                                + "treat as|he's|she's) (?:a |the |our |main |biggest )?blocker\\b|blocks (?:it|this|the deal|us)|(?:tries|trying|wants) to (?:kill|block|stop|sink)|working against|(?:can|could|might) (?:still )?(?:torpedo|sink|derail)|is against (?:it|us|this|the)|"
                                + "blockiert|bloquea|bloque (?:le|tout)|veto right|blokkeert|blockerar)"));
        CUES.put(
                "decision_maker",
                Pattern.compile(
                        "\\b(?:the (?:one|person|guy|woman|man) (?:who |that )?(?:signs|decides|approves|calling)|decision[- ]?maker|decides|decide[sd]? (?:in the end|on this|alone)|(?:has|have) the (?:last|"
                                + "final) (?:word|say|call)|final (?:say|word|decision)|last word|calls the shots|(?<!will |to "
                                + ")signs(?: off)?(?! (?:the nda|up))|takes the decisions?|it's (?:his|her|their) (?:call|decision)|has to sign off|must sign off|final approval|(?:e|es) (?:quem|quien) decide|quem decide|e ele que|c'est (?:lui|elle) qui signe|qui signe|"
                                + "assina o contrato|quien firma|firma el contrato|tekent|makes the (?:final )?(?:call|decisions?)|"
                                + "can (?:approve|sign)|approves|has signing (?:power|authority)|signatory|entscheider(?:in)?|"
                                + "entscheidet|unterschreibt|hat das letzte wort|decideur|decisionnaire|decide en dernier|c'est (?:lui|"
                                + "elle) qui decide|decisor[a]?|quien decide|yo firmo|decide lui|decisore|beslisser|beslist|"
                                + "beslutsfattare|beslutar|bestemmer)\\b"));
        CUES.put(
                "influencer",
                Pattern.compile(
                        "\\b(?:influencer|only recommends|(?:only |just )?(?:gives|makes) (?:a |the |his |her )?recommendations?|(?:only |just )?advis(?:es|ory)|has a say|gets a say|gibt nur eine empfehlung|ne fait que recommander|solo recomienda|so recomenda|recommends (?:it|us)|makes the recommendation|has influence|"
                                + "beeinflusser(?:in)?|influenceur|influye|empfiehlt)\\b"));
        CUES.put(
                "user",
                Pattern.compile(
                        "\\b(?:daily user|day[- ]to[- ]day|works? with it (?:daily|every day)|(?:will )?(?:use|uses|using) it (?:\\w+ )?(?:daily|every day|each day|all day)|hands-on (?:with|user)|uses? it (?:daily|every day)|"
                                + "in the (?:software|tool|system|product) (?:every day|daily|all day)|end user|power user|"
                                + "anwender(?:in)?|utilisateur|utilisatrice|usuari[oa])\\b"));
    }

    record Role(String value, Span span) {}

    private Roles() {}

    /** "The champion there is ...": the part is told before the name. */
    static Optional<Role> before(Statement statement, Span name) {
        var match = TOLD_FIRST.matcher(statement.before(name, 48));
        if (!match.find()) {
            return Optional.empty();
        }
        var value =
                switch (match.group(1)) {
                    case "champion" -> "champion";
                    case "blocker", "bremser" -> "blocker";
                    case "economic buyer", "budget holder", "budget owner" -> "economic_buyer";
                    case "influencer" -> "influencer";
                    default -> "decision_maker";
                };
        return Optional.of(new Role(value, name));
    }

    private static final Pattern TOLD_FIRST = Pattern.compile(
            "\\b(champion|decision[- ]maker|blocker|bremser|economic buyer|budget holder|budget owner|influencer|"
                    + "entscheider(?:in)?|decideur|decisor[a]?|signatory|final decision|last word)(?: (?:at|there|for|in|"
                    + "bei|chez|en)[\\w ]{0,16})?(?: is| ist| est| es| e|:| =| will be| would be| lies with)(?: now| still|"
                    + " their| our| the| (?:c[a-z]o|vp|head))* $");

    static Optional<Role> in(Statement statement, Span within) {
        for (var cue : CUES.entrySet()) {
            for (var place : statement.all(cue.getValue())) {
                if (within.holds(place)
                        && !Clauses.denied(statement, place)
                        && !statement.before(place, 12).matches(".*(?:who|whether|if) $")) {
                    return Optional.of(new Role(cue.getKey(), place));
                }
            }
        }
        return Optional.empty();
    }
}
