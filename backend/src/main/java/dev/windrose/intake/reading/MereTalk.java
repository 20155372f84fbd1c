package dev.windrose.intake.reading;

import dev.windrose.intake.names.NameEntry;
import dev.windrose.llm.language.Fold;
import dev.windrose.llm.language.Span;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Drafts whose words say something else than they seem to: a wish to buy, the head of a list, a place that sounds like a person. */
final class MereTalk {

    /** Wants to trade, to meet or to be heard; nothing has to be built for it. */
    private static final Pattern TRADE = Pattern.compile(
            "\\b(?:wish\\w*|want\\w*|would (?:like|love|prefer)|'d (?:like|love|prefer)|hope\\w*|need\\w*|prefer\\w*|mochte\\w*|"
                    + "wollen|will|wunsch\\w*|wurden? gern\\w*|souhait\\w*|voudr\\w*|aimer\\w*|voulons|quer\\w*|quisier\\w*|desea\\w*|"
                    + "gostari\\w*|deseja\\w*|vorre\\w*|desider\\w*) "
                    + "(?:it |this |that |us |you |all |also |now |only |still |to |gern |lieber |auch |noch |ihnen |jetzt |a |di |"
                    + "de |d'|que |nos |vous |les |le |la )*"
                    + "(?:pay\\w*|buy\\w*|purchas\\w*|order\\w*|sign\\w*|renew\\w*|extend\\w*|prolong\\w*|start\\w*|go live|meet\\w*|"
                    + "thank\\w*|apologi\\w*|congratulat\\w*|hear\\w*|talk\\w*|be (?:on record|heard|noted|invoiced|billed|live)|"
                    + "on record|invoices?|noted|kaufen|zahlen|bezahlen|bestellen|unterschreiben|verlangern|starten|danken|"
                    + "achet\\w*|pay\\w*|regl\\w*|command\\w*|sign\\w*|renouvel\\w*|demarr\\w*|remerci\\w*|compr\\w*|pag\\w*|"
                    + "firm\\w*|renov\\w*|empez\\w*|agradec\\w*|assin\\w*|comec\\w*|fechar|acquist\\w*|firmar\\w*)\\b|"
                    + "\\b(?:only|just|nur|seulement|solo|apenas|so) (?:for|zur|pour|para|per) (?:your |su |tu |seu )?info\\w*");

    private static final Pattern HEAD = Pattern.compile(
            "^\\W*(?:my |our |the |meine? |mes |mis )?(?:to-?dos?|to-?do list|task list|tasks?|list|next steps?|actions?|"
                    + "action items?|follow-?ups?|aufgaben(?:liste)?|offene punkte|nachste schritte|taches|a faire|prochaines etapes|tareas|"
                    + "pendientes|proximos pasos|tarefas|pendencias|proximos passos|da fare)"
                    + "(?: (?:for )?(?:today|tomorrow|list|this week|next week|mon\\w*|tue\\w*|wed\\w*|thu\\w*|fri\\w*|heute|morgen|"
                    + "montag|dienstag|mittwoch|donnerstag|freitag|lundi|mardi|mercredi|jeudi|vendredi|lunes|martes|segunda|terca))*\\W*$");
    private static final Pattern NOTHING = Pattern.compile(
            "^\\W*@?[\\p{L}-]+ ?[:=>-]+ ?(?:nothing|none|nix|nichts|rien|nada|niente|off|on holiday|vacation|urlaub|n/?a|-)\\b");
    /** Somebody asks the author to leave it alone. */
    private static final Pattern ASKED_NOT = Pattern.compile(
            "\\b(?:ask\\w*|told|begged|wants?|wanted) (?:me|us|that i|that we) not to\\b|\\b(?:i|we) (?:was|were|am|are) (?:asked|"
                    + "told) not to\\b|\\bdon't want (?:me|us) to\\b|\\b(?:bat|gebeten|bittet|mochte|will) (?:\\w+ ){0,4}nicht(?:s)? (?:zu |\\w+ )|"
                    + "\\bdemande (?:de )?(?:a ce que )?(?:ne (?:pas|rien)|qu'on ne)|\\b(?:pidio|pide|pidieron) que no\\b|"
                    + "\\bpediu (?:pra|para|que) (?:eu |a gente |nos )?nao\\b|\\bchiesto di non\\b");

    private static final Pattern PLACE = Pattern.compile(
            "\\b(?:messe\\w*|\\w*messe|messa|fair|expo\\w*|trade show|show|summit|congress|kongress|congres|congreso|congresso|"
                    + "conference|konferenz|salon|salone|feria|feira|fiera|arena|halle|\\w+halle|stadium|stadion|ortstermin\\w*|besuch\\w*|"
                    + "termin\\w*|visite?a?|hotel|airport|flughafen|"
                    + "station|bahnhof|campus|center|centre|zentrum|centro|museum|street|strasse|platz|plaza|platform|room|office|"
                    + "buro|bureau|branch|site|depot|warehouse|lager|plant|werk)\\b");

    private final Reading reading;

    MereTalk(Reading reading) {
        this.reading = reading;
    }

    void withdraw() {
        for (var draft : reading.drafts) {
            if (draft.record == null && !draft.withdrawn) {
                draft.withdrawn = switch (draft.entity) {
                    case "issue" ->
                        "feature_request".equals(draft.value("issue_type"))
                                && words(draft)
                                        .filter(text -> TRADE.matcher(text).find())
                                        .isPresent();
                    case "task" ->
                        words(draft)
                                .filter(text -> HEAD.matcher(text).find()
                                        || NOTHING.matcher(text).find()
                                        || ASKED_NOT.matcher(text).find())
                                .isPresent();
                    case "feedback" -> priced(draft);
                    case "contact" -> place(draft);
                    default -> false;
                };
            }
        }
    }

    private Optional<String> words(Draft draft) {
        return Optional.of(Fold.inPlace(reading.text().substring(draft.evidence.start(), draft.evidence.end())));
    }

    /** "12,500 is fine" says yes to a price. */
    private boolean priced(Draft draft) {
        var sentiment = draft.fields.get("sentiment");
        if (sentiment == null) {
            return false;
        }
        var place = new Span(sentiment.evidence().start(), sentiment.evidence().end());
        return reading.statements.stream()
                .filter(statement ->
                        statement.span().holds(place) && !statement.span().equals(place))
                .anyMatch(statement -> statement.moneys.stream()
                        .anyMatch(money -> statement.clause(place).holds(money.span())));
    }

    /** Nothing is told of it but a name, and that is one of a place, a fair or of the account cut short. */
    private boolean place(Draft draft) {
        var name = Objects.toString(draft.value("name"), "");
        boolean known = draft.has("email") || draft.has("phone");
        return !name.isBlank() && !known && (PLACE.matcher(Fold.inPlace(name)).find() || shortened(draft, name));
    }

    private static boolean shortened(Draft draft, String name) {
        var words = NameEntry.words(name);
        return draft.company != null
                && words.size() > 1
                && !draft.has("title")
                && NameEntry.words(draft.company.name()).stream()
                        .anyMatch(word -> words.getLast().length() > 2
                                && word.length() > words.getLast().length()
                                && word.startsWith(words.getLast()));
    }
}
