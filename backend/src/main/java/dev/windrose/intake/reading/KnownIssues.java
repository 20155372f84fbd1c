package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.llm.language.Fold;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which known issue of the account a statement speaks of. */
final class KnownIssues {

    static final Pattern NAMED = Pattern.compile(
            "\\b(?:tickets?|issue|bug|case|incident|problem|defect|request|fehler|storung|probleme?|incidencia|chamado|melding|"
                    + "arende|thing|one|sache|truc|tema|"
                    + "(?:login|export|import|sync|billing|invoice|access) (?:issue|thing|problem|one))\\b");
    /** Says what is to become of an issue without naming it. */
    private static final Pattern SET = Pattern.compile(
            "\\b(?:auf (?:wartend|erledigt|offen|dringend|in arbeit)|(?:mark|set|put|move)[^.;,]{0,20} (?:resolved|waiting|closed|"
                    + "in progress|on hold)|(?:close|resolve|reopen) (?:it|that|this|that one))\\b");

    /** Called by what it is in a help desk. */
    static final Pattern TICKET = Pattern.compile(
            "\\b(?:tickets?|issue|case|incident|incidencia|chamado|vorgang|meldung|stormeldung|anfrage|dossier|tiquete?|"
                    + "caso abierto|segnalazione|pratica|melding|arende|sak)\\b");

    private static final int LEAST = 3;
    private static final int INSIDE = 5;
    private static final Pattern EMPTY = Pattern.compile(
            "with|when|from|that|this|does|wrong|after|into|customer|error|problem|and|the|for|not|are|off|out|all|new|old|can|has|"
                    + "cannot|mit|und|der|die|das|fur|von|bei|les|des|pour|dans|los|las|para|por|con|dos|das");

    private KnownIssues() {}

    /** The one whose title shares words with the statement, or the only open one where a ticket is spoken of. */
    static Optional<KnownRecord> of(Reading reading, Statement statement, KnownRecord company) {
        var issues = reading.of(company, "issue");
        var best = best(reading, statement, company, 1);
        boolean named = statement.has(NAMED);
        if (best.isPresent() && (named || shared(best.get(), statement, company) > 1 || issues.size() == 1)) {
            return best;
        }
        var open = issues.stream().filter(KnownIssues::open).toList();
        boolean spoken = statement.has(TICKET) || statement.has(SET);
        boolean fresh = statement.has(IssueCues.ASKED)
                || Troubles.in(statement, false).filter(Troubles.Trouble::sure).isPresent();
        return spoken && !fresh && best.isEmpty() && open.size() == 1 ? Optional.of(open.getFirst()) : Optional.empty();
    }

    /** The open one that shares at least so many words, where no other shares as many. */
    static Optional<KnownRecord> best(Reading reading, Statement statement, KnownRecord company, int least) {
        KnownRecord best = null;
        int score = 0;
        boolean tie = false;
        for (var issue : reading.of(company, "issue")) {
            int shared = shared(issue, statement, company);
            tie = shared == score && shared > 0 || tie && shared <= score;
            if (shared > score) {
                best = issue;
                score = shared;
            }
        }
        return best == null || tie || score < least ? Optional.empty() : Optional.of(best);
    }

    /** The open ones that share as many words with the statement as one another, and more than the rest. */
    static List<KnownRecord> tied(Reading reading, Statement statement, KnownRecord company) {
        var open = open(reading, company);
        int most = open.stream()
                .mapToInt(issue -> shared(issue, statement, company))
                .max()
                .orElse(0);
        var best = open.stream()
                .filter(issue -> shared(issue, statement, company) == most)
                .toList();
        return most > 0 && best.size() > 1 ? best : List.of();
    }

    static List<KnownRecord> open(Reading reading, KnownRecord company) {
        return reading.of(company, "issue").stream().filter(KnownIssues::open).toList();
    }

    static boolean open(KnownRecord issue) {
        return !issue.textOr("status", "open").matches("closed|resolved");
    }

    private static int shared(KnownRecord issue, Statement statement, KnownRecord company) {
        int shared = Concepts.shared(Fold.words(issue.name()), statement.folded);
        var account = " " + Fold.words(company.name()) + " ";
        for (var word : Fold.words(issue.name()).split(" ")) {
            if (word.length() >= LEAST && !EMPTY.matcher(word).matches() && !account.contains(" " + word + " ")) {
                var stem =
                        word.length() <= LEAST + 1 ? word : word.substring(0, Math.max(LEAST + 1, word.length() - 2));
                var at = stem.length() >= INSIDE ? "" : "(?<![\\p{L}])";
                var end = word.length() == LEAST ? "(?![\\p{L}])" : "";
                boolean told = Pattern.compile(at + Pattern.quote(stem) + end)
                        .matcher(statement.folded)
                        .find();
                shared += told && !Concepts.known(word) ? 1 : 0;
            }
        }
        return shared;
    }
}
