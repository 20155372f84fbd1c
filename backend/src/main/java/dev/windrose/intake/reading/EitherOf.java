package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.llm.language.Fold;
import dev.windrose.llm.language.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** "Berta or Bertram said", "was it the bakery or the mill?": the author does not know whom the news is of, so none of them gets it. */
final class EitherOf {

    /** Between two names. */
    private static final Pattern OR = Pattern.compile(
            "^\\W*(?:or|oder|ou|o|u|of|eller|vagy) (?:(?:maybe|perhaps|possibly|rather|it was|was it|was that|from|at|with|the|"
                    + "vielleicht|war es|war das|doch|von|bei|der|die|das|"
                    + "peut-etre|etait-ce|c'etait|de|chez|quiza|tal vez|era|fue|el|la|talvez|foi|forse|misschien|was het|kanske|"
                    + "var det) ){0,3}\\W*$");

    /** A second thought, a sentence later. */
    private static final Pattern OR_WAS = Pattern.compile(
            "\\b(?:or|oder|ou|o|of|eller) (?:was it|was that|maybe it was|war es|war das|war's|vielleicht|etait-ce|c'etait|"
                    + "peut-etre|era|fue|foi|talvez|quiza|forse|was het|misschien|var det|kanske) "
                    + "(?:the |die |der |das |la |le |el |o |a |il |het )?$");

    /** The author wonders, in the same breath. */
    private static final Pattern WONDERS = Pattern.compile(
            "\\b(?:whoever|whichever|not sure (?:who|which|whether|if)|no idea (?:who|which)|can'?t (?:remember|recall|tell)|"
                    + "don'?t (?:remember|recall|know)|forgot|(?:or )?was (?:it|that)|one of (?:them|the two)|mix (?:them )?up|"
                    + "egal wer|wer auch immer|(?:bin )?nicht sicher|weiss nicht(?: mehr)?|war(?:'s| es| das)|einer? von beiden|verwechsle|"
                    + "je ne sais plus|pas sure?|je confonds|etait-ce|c'etait|l'une? des deux|no (?:se|recuerdo|estoy segur[oa])|"
                    + "quien fuera|uno de los dos|nao (?:sei|lembro|tenho certeza)|quem foi|um dos dois|"
                    + "non (?:so|ricordo)|uno dei due|weet niet(?: meer)?|was het|een van beide|minns inte|inte saker|husker ikke)\\b");

    private static final Set<String> OPEN = Set.of("deal", "company", "contact", "issue", "project");

    private final Reading reading;

    EitherOf(Reading reading) {
        this.reading = reading;
    }

    void ask() {
        if (reading.message.fromOutside()) {
            return;
        }
        var mentions = reading.statements.stream()
                .flatMap(statement -> Stream.concat(statement.companies.stream(), statement.contacts.stream()))
                .sorted(Comparator.comparingInt(mention -> mention.span().start()))
                .toList();
        for (var one : mentions) {
            mentions.stream()
                    .filter(other ->
                            joined(one.span(), other.span()) && !one.record().sameAs(other.record()))
                    .findFirst()
                    .ifPresent(other -> ask(one, other));
        }
    }

    /** Only a few words that set the one beside the other stand between the names. */
    private boolean joined(Span one, Span other) {
        int gap = other.start() - one.end();
        if (gap <= 0 || gap > 140) {
            return false;
        }
        var between = Fold.inPlace(reading.text().substring(one.end(), other.start()));
        return gap < 40 && OR.matcher(between).find() || OR_WAS.matcher(between).find();
    }

    private void ask(Mention one, Mention other) {
        int first = at(one.span());
        int last = at(other.span());
        if (first < 0 || last < 0) {
            return;
        }
        var told = reading.statements.subList(first, Math.min(last + 2, reading.statements.size()));
        var options = Stream.concat(one.candidates().stream(), other.candidates().stream())
                .distinct()
                .toList();
        boolean wonders = told.stream().anyMatch(statement -> statement.has(WONDERS));
        boolean news = told.stream().anyMatch(EitherOf::news);
        if (withdrawn(told, options, wonders) || wonders && news) {
            reading.intents.add("update_record");
            reading.intents.remove("ask_question");
            reading.answer = null;
            reading.ask(
                    "Which do you mean, " + one.record().name() + " or "
                            + other.record().name() + "?",
                    options);
        }
    }

    private static boolean news(Statement statement) {
        return !statement.moneys.isEmpty() || !statement.dates.isEmpty() || !statement.phones.isEmpty();
    }

    private int at(Span place) {
        for (int i = 0; i < reading.statements.size(); i++) {
            if (reading.statements.get(i).span().holds(place)) {
                return i;
            }
        }
        return -1;
    }

    /** What would be written of the one or the other. */
    private boolean withdrawn(List<Statement> told, List<KnownRecord> options, boolean wonders) {
        var accounts = new ArrayList<KnownRecord>();
        options.forEach(option -> reading.companyOf(option).ifPresent(accounts::add));
        boolean several = accounts.stream().distinct().count() > 1;
        boolean found = false;
        for (var draft : reading.drafts) {
            boolean here = told.stream()
                    .anyMatch(statement -> statement.span().start() <= draft.evidence.start()
                            && draft.evidence.start() < statement.span().end());
            boolean theirs = draft.company != null && accounts.stream().anyMatch(draft.company::sameAs)
                    || options.stream().anyMatch(option -> option.sameAs(draft.record));
            boolean open = here
                    && OPEN.contains(draft.entity)
                    && (several && (wonders || theirs) || wonders && draft.entity.equals("contact"));
            draft.withdrawn |= open;
            found |= open;
        }
        return found;
    }
}
