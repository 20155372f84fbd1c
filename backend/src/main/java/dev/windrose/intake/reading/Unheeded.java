package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An employee asks for a change of the record, and nothing that is read carries it out: better asked than passed over in silence. */
final class Unheeded {

    /** Asks for a change; what is only told needs none of it. */
    private static final Pattern ORDER = Pattern.compile(
            "^\\W*(?:(?:pls|please|plz|ok|and|so|can you|could you|would you|bitte) )*(?:set(?! up)|mark|change|update|correct|put|"
                    + "make|move|flag|add|enter|record|note|close|reopen|bump|drop|raise|amend|fix)\\b"
                    + "|\\b(?:pls|please|plz|can you|could you|would you|and|so|-|,|\\.) ?(?:then )?(?:pls |please )?(?:set|mark|"
                    + "change|update|correct|enter|amend|adjust|pop|put|make|reclass\\w*|close) (?:it|its|him|her|them|that|this|the|"
                    + "both|down)\\b"
                    + "|\\b(?:pls|please|plz) (?:update|change|correct|amend|adjust)\\b|\\b(?:update|change|correct) (?:it|that|this|"
                    + "the record)? ?(?:pls|please|plz)\\b"
                    + "|\\btrag\\w* (?:\\w+ ){0,3}ein\\b|\\btragst du(?:'s| es| das)? (?:\\w+ )?ein|\\b(?:bitte|kannst du|"
                    + "konntest du) (?:\\w+ ){0,4}(?:eintragen|andern|setzen|aktualisieren|anpassen|schliessen|vermerken)"
                    + "|\\b(?:peux-tu|pourrais-tu|merci de|stp|svp|mets|passe|change|corrige|note) (?:\\w+ ){0,3}(?:mettre|noter|"
                    + "changer|corriger|passer|a jour|le|la|les)\\b"
                    + "|\\b(?:actualiza\\w*|cambia\\w*|corrige\\w*|ponlo|ponla|ponle|ponselo|apuntal[oa]|marcal[oa]|cierral[oa]|"
                    + "atualiz\\w+|muda\\w*|altera\\w*|corrig\\w+|coloca\\w*|marca\\w*|anota\\w*|fecha\\w*) (?:por favor|pf|pfv|isso|"
                    + "ai|o|a|los?|las?|el|su)?\\b"
                    + "|\\b(?:aggiorna|cambia|segna|correggi|werk .{0,20} bij|zet|pas .{0,20} aan)\\b");
    /** Something of the record is spoken of. */
    private static final Pattern OBJECT = Pattern.compile(
            "\\b(?:record|crm|system|amount|price|value|date|stage|status|deal|contract|title|name|number|mobile|phone|cell|mail|"
                    + "address|website|site|size|segment|priority|ticket|issue|case|bug|"
                    + "won|lost|urgent|high|closed?|resolved|decision maker|champion|blocker|economic buyer|primary|go[- ]live|start|"
                    + "end|signing|owner|"
                    + "betrag|preis|datum|phase|unterschrift|firma|leute|mitarbeiter|nummer|gewonnen|verloren|dringend|"
                    + "montant|prix|statut|etape|signature|gagne|perdu|urgent|numero|"
                    + "importe|precio|fecha|etapa|firma|ganado|perdido|urgente|celular|movil|telefono|"
                    + "valor|preco|data|fase|assinatura|ganho|perdido|celular|telefone|estado)\\b");

    private static final Pattern NOT_FOR_US = Pattern.compile(
            "\\b(?:set (?:it|this|that|them) up|do not|don't|dont|no need to|never|nicht|kein\\w*|ne pas|no lo|nao|non|forget|ignore|"
                    + "nothing|coffee|lunch|kitchen|printer|room|desk|parking|slides?|deck|template|wiki|calendar|"
                    + "playlist|doc|sheet|spreadsheet|agenda|logo|font|standup|rota|holiday|invite|reminder|remind)\\b");

    private final Reading reading;

    Unheeded(Reading reading) {
        this.reading = reading;
    }

    void ask() {
        boolean done = reading.drafts.stream().anyMatch(draft -> !draft.withdrawn)
                || reading.clarify
                || reading.answer != null
                || reading.ordered
                || reading.message.fromOutside()
                || reading.intents.stream()
                        .anyMatch(intent -> !intent.equals("update_record") && !intent.equals("ask_question"));
        if (done) {
            return;
        }
        for (int i = 0; i < reading.statements.size(); i++) {
            var statement = reading.statements.get(i);
            boolean asks = !statement.part.passedOn()
                    && statement.has(ORDER)
                    && !statement.has(NOT_FOR_US)
                    && !Polarity.imagined(statement, statement.find(ORDER).orElseThrow())
                    && !statement.is(Mode.OFF_RECORD)
                    && !statement.is(Mode.HEARSAY);
            var around = reading.statements.subList(Math.max(0, i - 1), i + 1);
            if (asks
                    && around.stream().anyMatch(Unheeded::ofTheRecord)
                    && around.stream().anyMatch(this::named)) {
                reading.intents.add("update_record");
                reading.intents.remove("ask_question");
                var candidates = candidates(around);
                reading.ask(
                        candidates.isEmpty()
                                ? "What does this change: \"" + statement.raw.strip() + "\"?"
                                : "Which one do you mean in \""
                                        + around.getFirst().raw.strip() + "\"?",
                        candidates);
                return;
            }
        }
    }

    private static boolean ofTheRecord(Statement statement) {
        return statement.has(OBJECT)
                || !statement.phones.isEmpty()
                || !statement.mails.isEmpty()
                || !statement.moneys.isEmpty()
                || !statement.dates.isEmpty()
                || Roles.in(statement, statement.span()).isPresent();
    }

    /** Somebody or something beside the author is spoken of. */
    private boolean named(Statement statement) {
        return statement.company != null
                || statement.doubtful != null
                || !statement.contacts.isEmpty()
                || !statement.products.isEmpty()
                || statement.raw.chars().anyMatch(Character::isUpperCase)
                || !statement.mails.isEmpty()
                || !dev.windrose.llm.language.Emails.webAddresses(statement.raw).isEmpty()
                || !near(statement).isEmpty();
    }

    private List<KnownRecord> candidates(List<Statement> around) {
        var out = new LinkedHashSet<KnownRecord>();
        for (var statement : around) {
            Stream.concat(statement.contacts.stream(), statement.companies.stream())
                    .filter(mention -> !mention.clear())
                    .forEach(mention -> out.addAll(mention.candidates()));
            if (statement.doubtful != null) {
                out.addAll(statement.doubtful.candidates());
            }
            if (out.isEmpty()) {
                out.addAll(near(statement));
            }
        }
        return List.copyOf(out);
    }

    /** Records one of whose names begins as a word of the statement does. */
    private List<KnownRecord> near(Statement statement) {
        var out = new LinkedHashSet<KnownRecord>();
        for (var word : statement.folded.split("[^\\p{L}]+")) {
            if (word.length() >= 4 && !Words.common(word) && !Words.generic(word)) {
                reading.known.names().search(word, List.of("company", "contact"), 5).stream()
                        .filter(found -> found.score() > 0.8)
                        .forEach(found -> reading.known
                                .find(found.entry().type(), found.entry().id())
                                .ifPresent(out::add));
            }
        }
        return out.stream().limit(5).toList();
    }
}
