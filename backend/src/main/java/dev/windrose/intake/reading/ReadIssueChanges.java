package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What has become of an issue that is known: closed, fixed, waiting, more urgent, given to somebody. */
final class ReadIssueChanges implements Grammar {

    /** How many statements later an issue is still spoken of. */
    private static final int NEAR = 2;

    private static final int SHORT = 90;
    private static final Pattern IT = Pattern.compile(
            "\\b(?:it|it's|that|this|that's|one|ticket|issue|case|fixed|resolved|sorted|closed|stuf's|es|das|ticket|storung|thema|ca|"
                    + "cela|c'est|eso|esto|isso|isto|disso|disto|dat|het|det)\\b");
    /** Wanted by a day, and nothing else told of it. */
    private static final Pattern WANTED = Pattern.compile(
            "\\b(?:deadline|due|needs? (?:it|this|that|to be)|wants? (?:it|this|that)|fix(?:ed)?|resolved|sorted|solved|mended|"
                    + "corrected|done with|dead|working|behoben|erledigt|gelost|repariert|korrigiert|"
                    + "corrige\\w*|resolu\\w*|regle\\w*|resuelt[oa]|arreglad[oa]|solucionad[oa]|resolvid[oa]|corrigid[oa]|pronto|"
                    + "opgelost|fallig)\\b");

    private static final Pattern TOLD_TO = Pattern.compile(
            "\\b(?:please|pls|kindly|must|bitte|por favor|merci de) (?:\\w+ )?(?:close|set|mark|change|delete|raise|lower|"
                    + "schlies\\w*|cerrar|fechar|fermer)\\b|^\\W*(?:close|set|mark|change|delete)\\b");
    private static final Pattern HOW = Pattern.compile(
            "\\b(?:fixed|resolved|solved|behoben|gelost|closed) (?:by|with|via|through|durch|mit|:|-|after) +(?!that|this|it\\b)(.{4,120})|"
                    + "\\b(?:resolution|root cause|losung|ursache):? +(?:was |is |war |ist )?(?!known|unknown|unclear)([^,;.]{4,120})|"
                    + "\\b((?:swapped|replaced|exchanged|reinstalled|rebooted|reconfigured|shipped (?:them|him|her))"
                    + "(?! (?:this|today|yesterday|last|on|by|in|at)\\b) [^.;]{3,80})|"
                    + "\\bfound it[,:] ?([^.;>]{4,80})|([^.;,:]{3,60}?) (?:has |had )?(?:did|done|does) the trick|\\b(?:since|seit|"
                    + "depuis|desde) ([^.;,]{0,40}(?:patch|firmware|fix|hotfix|workaround))\\b|"
                    + "\\b(?:note|notiz|nota): ([^.;|]{4,80})|^[^:]{3,60}: ([^.;,]{4,60} (?:flushed|replaced|swapped|reset|rebuilt|"
                    + "restarted|updated|cleared|re-?indexed|reinstalled))\\b|\\b(?:con|mit|avec|com|with) ((?:la|der|dem|le|a|o|the|"
                    + "einer) [^.;,]{0,30}(?:nueva|neuen?|nouvelle|nouveau|nova|novo|new \\w+))\\b");

    private @Nullable KnownRecord last;
    private int lastAt = -10;

    /** What a customer tells as a fact, whatever is asked for beside it. */
    private static final Pattern DONE =
            Pattern.compile("\\b(?:is|are|it's|has been|was|got|ist|sind|wurde|est|a ete|esta|fue|foi|e) (?:\\w+ ){0,2}"
                    + "(?:sorted|fixed|solved|working|behoben|gelost|erledigt|reglee?|"
                    + "resolue?|resuelt[oa]|solucionad[oa]|resolvid[oa]|corrigid[oa])\\b");

    @Override
    public void read(Reading reading) {
        for (int at = 0; at < reading.statements.size(); at++) {
            var statement = reading.statements.get(at);
            if (statement.company == null || statement.part.passedOn()) {
                continue;
            }
            var named = KnownIssues.of(reading, statement, statement.company);
            var issue = named.or(() -> goesOn(reading, statement));
            if (named.isPresent()) {
                last = named.get();
                lastAt = at;
            }
            boolean told = statement.part.kind() != Part.Kind.SUBJECT
                    && !statement.has(IssueCues.ASKED)
                    && !IssueTerms.task(statement)
                    && !statement.is(Mode.QUESTION)
                    && !statement.is(Mode.HEARSAY)
                    && !statement.is(Mode.OFF_RECORD);
            if (!told) {
                continue;
            }
            issue.filter(found -> !reading.message.fromOutside()
                            || !order(statement)
                            || statement.has(DONE)
                            || IssueStatus.over(statement)
                            || fixed(reading, found))
                    .ifPresent(found -> change(reading, statement, found, named.isPresent()));
            if (issue.isEmpty() && !reading.message.fromOutside() && statement.firm()) {
                which(reading, statement, statement.company);
            }
        }
    }

    /** "Fixed. So high, 12 Nov, Ruben's": what was named just before, or in the subject, is still meant. */
    private Optional<KnownRecord> goesOn(Reading reading, Statement statement) {
        if (last == null || statement.company == null || !statement.company.id().equals(last.companyId())) {
            return Optional.empty();
        }
        int at = reading.statements.indexOf(statement);
        boolean subject = reading.statements.get(Math.max(0, lastAt)).part.kind() == Part.Kind.SUBJECT;
        boolean near = at - lastAt <= NEAR || subject;
        boolean terse = IssueTerms.wholly(statement) && !reading.message.fromOutside();
        boolean bound = terse || statement.has(IT) && statement.folded.length() < SHORT || subject;
        boolean other = !statement.moneys.isEmpty() || statement.has(StageCues.SET) && !statement.has(IT);
        return near && bound && !other ? Optional.of(last) : Optional.empty();
    }

    /** It is done with, and two open issues of the account fit the words. */
    private static void which(Reading reading, Statement statement, KnownRecord company) {
        var shared = KnownIssues.tied(reading, statement, company);
        var tied = shared.isEmpty()
                        && statement.has(KnownIssues.TICKET)
                        && KnownIssues.open(reading, company).size() > 1
                ? KnownIssues.open(reading, company)
                : shared;
        if (!tied.isEmpty()
                && statement.has(KnownIssues.NAMED)
                && IssueStatus.of(statement, tied.getFirst())
                        .filter(found -> found.value().matches("closed|resolved"))
                        .isPresent()) {
            reading.intents.add("update_record");
            reading.taken.add(statement);
            reading.ask("Which issue do you mean in \"" + statement.raw.strip() + "\"?", tied);
        }
    }

    /** Customers say what has become of an issue; what we are to do with it is ours to decide. */
    private static boolean order(Statement statement) {
        return statement.has(TOLD_TO) || Orders.in(statement);
    }

    /** They have just told that it works: that it may be closed is theirs to say. */
    private static boolean fixed(Reading reading, KnownRecord issue) {
        return reading.drafts.stream().anyMatch(draft -> issue.sameAs(draft.record) && draft.has("status"));
    }

    private void change(Reading reading, Statement statement, KnownRecord issue, boolean named) {
        if (IssueStatus.kept(statement)) {
            reading.update(issue, statement.span()).fields.remove("status");
        }
        var status = IssueStatus.of(statement, issue);
        status.ifPresent(found -> reading.update(issue, statement.span())
                .set("status", found.value(), reading.evidence(found.place()), 0.85));
        boolean changed = status.isPresent() || named && meant(reading, statement, issue);
        if (reading.message.fromOutside()) {
            changed |= wanted(reading, statement, issue, changed);
            taken(reading, statement, changed);
            return;
        }
        var priority = IssueTerms.priority(statement);
        priority.ifPresent(found -> reading.update(issue, statement.span())
                .set("priority", found.value(), reading.evidence(found.place()), 0.85));
        var person = IssueTerms.assignee(reading, statement);
        person.ifPresent(found -> reading.update(issue, statement.span())
                .set("assignee", found.value(), reading.evidence(found.place()), 0.8));
        changed |= priority.isPresent() || person.isPresent();
        changed |= wanted(reading, statement, issue, changed);
        if (changed) {
            how(reading, statement, issue);
            last = issue;
            lastAt = reading.statements.indexOf(statement);
        }
        taken(reading, statement, changed);
    }

    /** The day it is wanted by. */
    private boolean wanted(Reading reading, Statement statement, KnownRecord issue, boolean changed) {
        var due = IssueTerms.due(reading, statement)
                .filter(_ -> changed
                        || !statement.is(Mode.CONDITION) && (statement.has(WANTED) || IssueTerms.wholly(statement)));
        due.ifPresent(date -> reading.update(issue, statement.span())
                .set("due_date", date.date().toString(), reading.evidence(date.span()), 0.8));
        return due.isPresent();
    }

    private static void taken(Reading reading, Statement statement, boolean changed) {
        if (changed) {
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

    private static void how(Reading reading, Statement statement, KnownRecord issue) {
        var how = HOW.matcher(statement.folded);
        var status = reading.update(issue, statement.span()).value("status");
        boolean over = "resolved".equals(status) || "closed".equals(status);
        if (over && how.find()) {
            int group = 1;
            while (how.group(group) == null) {
                group++;
            }
            var place = new dev.windrose.llm.language.Span(
                    how.start(group) + statement.span().start(),
                    how.end(group) + statement.span().start());
            reading.update(issue, statement.span())
                    .set("resolution", place.of(reading.text()).strip(), reading.evidence(place), 0.75);
        }
    }
}
