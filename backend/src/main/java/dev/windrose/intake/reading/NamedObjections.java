package dev.windrose.intake.reading;

import dev.windrose.llm.language.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The author asks to record an objection and says of what kind: "log it as a price objection", "Einwand: Termin". */
final class NamedObjections {

    private static final String OBJECTION =
            "(?:objections?|objns?|obj|einwand|einwande|objecion(?:es)?|objecao|objecoes|obiezion[ei]|bezwaar|invandning)";
    private static final Map<String, String> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("price", "price|pricing|cost|money|budget|preis|kosten|prix|tarif|precio|preco|prezzo|prijs|pris");
        KINDS.put(
                "timing",
                "timing|time|zeit|termin|zeitpunkt|timing|delai|calendrier|plazos?|tiempo|prazos?|tempo|tempi|tijd");
        KINDS.put(
                "security",
                "security|data protection|privacy|sicherheit|datenschutz|securite|seguridad|seguranca|sicurezza|veiligheid");
        KINDS.put(
                "competitor",
                "competitor|competition|rival|wettbewerb\\w*|konkurrenz|concurrence|concurrent|competencia|concorrencia|concorrenza");
        KINDS.put(
                "feature_gap",
                "feature(?: gap)?|missing feature|function|funktion|fonction\\w*|funcionalidad|funcionalidade|funzionalita");
        KINDS.put("contract", "contract|terms|legal|vertrag|contrat|contrato|contratto");
        KINDS.put("authority", "authority|zustandigkeit|autorite|autoridad|autoridade");
    }

    private NamedObjections() {}

    /** The kind that is named, and where. */
    static Optional<Map.Entry<String, Span>> in(Statement statement) {
        if (statement.is(Mode.QUESTION) || statement.is(Mode.CONDITION)) {
            return Optional.empty();
        }
        for (var kind : KINDS.entrySet()) {
            var match = Pattern.compile("\\b(?:(?:" + kind.getValue() + ")[- ]" + OBJECTION + "|" + OBJECTION
                            + "(?: (?:de|du|d[ao]|della?|di|of|on|about|over|wegen|zum?|zur|sur le|sur la|por|por el|van|om)(?: (?:the|the|la|le|el|o|a|der|die|das))?"
                            + " | ?[:=(-] ?)(?:" + kind.getValue() + "))\\b")
                    .matcher(statement.folded);
            if (match.find() && !Clauses.denied(statement, statement.span(match))) {
                return Optional.of(Map.entry(kind.getKey(), statement.span(match)));
            }
        }
        return Optional.empty();
    }
}
