package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecords;
import dev.windrose.llm.heads.Heads;
import dev.windrose.llm.language.Fold;
import java.util.List;
import java.util.stream.Stream;

/** Reads one message against the known records. */
public final class ReadMessage {

    private ReadMessage() {}

    /** By rules alone. */
    public static Understanding of(Message message, KnownRecords known) {
        return of(message, known, Heads.SILENT);
    }

    /** @param heads asked about statements that the rules leave open */
    public static Understanding of(Message message, KnownRecords known, Heads heads) {
        if (MailKinds.machine(message)) {
            return nothing("An automatic message.");
        }
        var prepared = Prepare.of(message, known, heads);
        if (MailKinds.pitch(prepared)) {
            return nothing("An offer of somebody who sells.");
        }
        var reading = read(prepared);
        var understanding = new Finish(reading).understanding();
        var doubts = reading.clarify || message.fromOutside() ? List.<Mention>of() : doubts(reading);
        if (doubts.isEmpty()) {
            return understanding;
        }
        var supposed = new Finish(read(Prepare.supposing(message, known, heads))).understanding();
        return matters(supposed, doubts)
                ? new Finish(reading).asking(understanding, doubts.getFirst(), supposed.intents())
                : understanding;
    }

    private static Understanding nothing(String why) {
        return new Understanding(
                List.of("none"), List.of(), List.of(), null, false, List.of(), List.of(why), List.of());
    }

    private static Reading read(Reading reading) {
        for (var grammar : grammars()) {
            grammar.read(reading);
        }
        ReadContactChanges.laterAbout(reading);
        return reading;
    }

    /** Names in plain statements that several records bear. */
    private static List<Mention> doubts(Reading reading) {
        return reading.statements.stream()
                .filter(Statement::firm)
                .flatMap(statement -> Stream.of(
                                Stream.ofNullable(statement.doubtful),
                                statement.contacts.stream(),
                                statement.companies.stream())
                        .flatMap(mentions -> mentions))
                .filter(mention -> !mention.clear())
                .toList();
    }

    /** Would something be written about the one who may be meant? Then it is asked who is. */
    private static boolean matters(Understanding supposed, List<Mention> doubts) {
        var candidates = doubts.stream()
                .flatMap(mention -> mention.candidates().stream())
                .toList();
        return supposed.operations().stream()
                .filter(operation -> !operation.entity().equals("interaction")
                        && !operation.entity().equals("task"))
                .anyMatch(operation -> candidates.stream()
                        .anyMatch(record -> record.sameAs(operation.record())
                                || operation.company() != null
                                        && record.id()
                                                .equals(operation.company().id())
                                || operation.record() != null
                                        && record.is("company")
                                        && record.id().equals(operation.record().companyId())));
    }

    /** Does the text ask for what was before, so that the history of deals is needed to read it? */
    public static boolean speaksOfBefore(String text) {
        return ReadStage.BACK.matcher(Fold.inPlace(text)).find();
    }

    /** A word that is rarely a name by itself, or that many names share. */
    public static boolean everyday(String word) {
        return Words.common(word) || Words.generic(word);
    }

    /** Order matters: what is asked for or set aside is taken before values are read; new people come before the calls they took part in are finished. */
    private static List<Grammar> grammars() {
        return List.of(
                new ReadRequests(),
                new ReadQuestions(),
                new ReadForm(),
                new ReadPayload(),
                new ReadTicketPayload(),
                new ReadProjects(),
                new ReadIssueChanges(),
                new ReadTasks(),
                new ReadIssues(),
                new ReadInteractions(),
                new ReadRenames(),
                new ReadNewContacts(),
                new ReadContactChanges(),
                new ReadSenders(),
                new ReadProductSwap(),
                new ReadNewDeals(),
                new ReadStage(),
                new ReadAmounts(),
                new ReadDealDates(),
                new ReadShifts(),
                new ReadPayment(),
                new ReadLabelled(),
                new ReadCompanyFacts(),
                new ReadObjections(),
                new ReadFeedback());
    }
}
