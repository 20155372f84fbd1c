package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.llm.language.Fold;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What has become of an issue that is known: closed, fixed, waiting, more urgent, given to somebody. */
final class ReadIssueChanges implements Grammar {

    private static final Pattern NAMED = Pattern.compile(
            "\\b(?:tickets?|issue|bug|case|incident|problem|defect|request|fehler|storung|probleme?|incidencia|chamado|melding|arende|"
                    + "(?:login|export|import|sync|billing|invoice|access) (?:issue|thing|problem|one))\\b");
    private static final Map<String, Pattern> STATUS = new LinkedHashMap<>();
    private static final Pattern PRIORITY = Pattern.compile(
            "\\b(?:bump|raise|set|make|change|lower|escalate|treat|mark|drop|move|prio\\w*|setz\\w*|now|is|jetzt|passe\\w*|sube|suba|urgencia|dringlichkeit)\\b"
                    + "[^.;,]{0,40}?\\b(urgent|critical|high|medium|low|dringend|hoch|hohe|mittel|niedrig|urgente?|haute?|alta|media|baja|baixa|basse)\\b");
    private static final Map<String, String> PRIORITIES = Map.ofEntries(
            Map.entry("critical", "urgent"),
            Map.entry("dringend", "urgent"),
            Map.entry("urgente", "urgent"),
            Map.entry("hoch", "high"),
            Map.entry("hohe", "high"),
            Map.entry("haute", "high"),
            Map.entry("haut", "high"),
            Map.entry("alta", "high"),
            Map.entry("mittel", "medium"),
            Map.entry("media", "medium"),
            Map.entry("niedrig", "low"),
            Map.entry("baja", "low"),
            Map.entry("baixa", "low"),
            Map.entry("basse", "low"));
    private static final Pattern HOW = Pattern.compile(
            "\\b(?:fixed|resolved|solved|behoben|gelost|closed) (?:by|with|via|through|durch|mit|:|-|after) +(.{4,120})|\\b(?:resolution|root cause|losung|ursache):? +(.{4,120})");

    static {
        STATUS.put(
                "closed",
                Pattern.compile(
                        "\\b(?:clos(?:e|ed|ing)(?! date| on| by| in)|can be closed|schliess\\w*|geschlossen|fermer|ferme|cerrar|cerrad[oa]|fechar|fechad[oa]|chiudere|chius[oa]|stangd?|sluiten|gesloten)\\b"));
        STATUS.put(
                "resolved",
                Pattern.compile(
                        "\\b(?:fixed|resolved|solved|sorted(?: out)?|works? (?:again|now|fine)|working again|patched|behoben|gelost|erledigt|geklart|regle\\w*|resolu\\w*|corrige\\w*|"
                                + "resuelt[oa]|solucionad[oa]|arreglad[oa]|resolvid[oa]|corrigid[oa]|risolt[oa]|opgelost|lost|fikset)\\b"));
        STATUS.put(
                "waiting",
                Pattern.compile(
                        "\\b(?:waiting (?:for|on)|on hold|blocked (?:by|on)|pending (?:their|customer|info|a)|wart(?:en|et) auf|en attente|a la espera|esperando|aguardando|in attesa|wachten op|vantar)\\b"));
        STATUS.put(
                "open",
                Pattern.compile(
                        "\\b(?:re-?open\\w*|is back|happening again|came back|not (?:really )?fixed|still (?:broken|happening|there)|wieder (?:da|offen|aufgetreten)|reabrir|rouvrir)\\b"));
        STATUS.put(
                "in_progress",
                Pattern.compile(
                        "\\b(?:in progress|working on (?:it|this|that|the)|being (?:worked on|looked at)|started (?:on|working)|is on it|in arbeit|en cours|en curso|em andamento|in lavorazione|pagar)\\b"));
    }

    @Override
    public void read(Reading reading) {
        if (reading.message.fromOutside()) {
            return;
        }
        for (var statement : reading.statements) {
            if (statement.company == null
                    || statement.is(Mode.QUESTION)
                    || statement.is(Mode.HEARSAY)
                    || statement.is(Mode.OFF_RECORD)
                    || statement.part.passedOn()) {
                continue;
            }
            issue(reading, statement, statement.company).ifPresent(issue -> change(reading, statement, issue));
        }
    }

    /** The issue of the account whose title the statement speaks of, or the only open one where a ticket is spoken of. */
    private static Optional<KnownRecord> issue(Reading reading, Statement statement, KnownRecord company) {
        var issues = reading.of(company, "issue");
        KnownRecord best = null;
        int score = 0;
        boolean tie = false;
        for (var issue : issues) {
            int shared = shared(issue.name(), statement);
            tie = shared == score && shared > 0 || tie && shared <= score;
            if (shared > score) {
                best = issue;
                score = shared;
            }
        }
        if (best != null && !tie && (statement.has(NAMED) || score > 1 || issues.size() == 1)) {
            return Optional.of(best);
        }
        var open = issues.stream()
                .filter(issue -> !issue.textOr("status", "open").matches("closed|resolved"))
                .toList();
        return statement.has(NAMED) && best == null && open.size() == 1 && issues.size() == 1
                ? Optional.of(open.getFirst())
                : Optional.empty();
    }

    private static int shared(String title, Statement statement) {
        int shared = 0;
        for (var word : Fold.words(title).split(" ")) {
            if (word.length() > 3
                    && !word.matches("with|when|from|that|this|does|wrong|after|into|customer|error|problem")) {
                var stem = word.substring(0, Math.max(4, word.length() - 2));
                shared += Pattern.compile("(?<![\\p{L}])" + Pattern.quote(stem))
                                .matcher(statement.folded)
                                .find()
                        ? 1
                        : 0;
            }
        }
        return shared;
    }

    private static void change(Reading reading, Statement statement, KnownRecord issue) {
        boolean changed = false;
        for (var status : STATUS.entrySet()) {
            var place = statement
                    .find(status.getValue())
                    .filter(
                            found -> (!Clauses.denied(statement, found)
                                            || status.getKey().equals("open"))
                                    && !statement
                                            .before(found, 14)
                                            .matches(
                                                    "(?s).*\\b(?:be|get|to|gets|until|once|when|if|will|can you|wird|werden) $"));
            if (place.isPresent() && !changed && !statement.is(Mode.CONDITION)) {
                reading.update(issue, statement.span())
                        .set("status", status.getKey(), reading.evidence(place.get()), 0.85);
                changed = true;
            }
        }
        if (!changed) {
            changed = meant(reading, statement, issue);
        }
        var priority = PRIORITY.matcher(statement.folded);
        if (priority.find()) {
            var word = priority.group(1);
            reading.update(issue, statement.span())
                    .set(
                            "priority",
                            PRIORITIES.getOrDefault(word, word),
                            reading.evidence(statement.span(priority)),
                            0.85);
            changed = true;
        }
        changed |= given(reading, statement, issue, changed);
        if (changed) {
            how(reading, statement, issue);
            reading.taken.add(statement);
            reading.settled.add(statement);
        }
    }

    /** A status told in words that no rule knows. */
    private static boolean meant(Reading reading, Statement statement, KnownRecord issue) {
        if (Troubles.in(statement, false).filter(Troubles.Trouble::sure).isPresent()) {
            return false;
        }
        var likely = ByMeaning.fact(reading, statement, "status", ByMeaning.SURE);
        likely.ifPresent(found -> reading.update(issue, statement.span())
                .set("status", found.value(), reading.evidence(statement.span()), found.probability() * 0.8));
        return likely.isPresent();
    }

    private static boolean given(Reading reading, Statement statement, KnownRecord issue, boolean changed) {
        var person = statement.people.stream()
                .filter(mention -> changed
                        || statement
                                .before(mention.span(), 26)
                                .matches(
                                        "(?s).*\\b(?:give|assign\\w*|hand|pass|move|reassign\\w*|an|to|a|para) (?:it |this |that )?(?:to |over to )?@?$")
                        || statement
                                .after(mention.span(), 24)
                                .matches("^ (?:takes?|took|is on|owns?|ubernimmt|handles?|picks?|kummert).*"))
                .findFirst();
        person.ifPresent(found -> reading.update(issue, statement.span())
                .set("assignee", found.record().name(), reading.evidence(found.span()), 0.8));
        if (!changed && person.isEmpty()) {
            return false;
        }
        statement.dates.stream()
                .filter(date -> date.date().isAfter(reading.message.day()))
                .findFirst()
                .ifPresent(date -> reading.update(issue, statement.span())
                        .set("due_date", date.date().toString(), reading.evidence(date.span()), 0.8));
        return true;
    }

    private static void how(Reading reading, Statement statement, KnownRecord issue) {
        var how = HOW.matcher(statement.folded);
        if (how.find()) {
            int group = how.group(1) != null ? 1 : 2;
            var place = new dev.windrose.llm.language.Span(
                    how.start(group) + statement.span().start(),
                    how.end(group) + statement.span().start());
            reading.update(issue, statement.span())
                    .set("resolution", place.of(reading.text()).strip(), reading.evidence(place), 0.75);
        }
    }
}
