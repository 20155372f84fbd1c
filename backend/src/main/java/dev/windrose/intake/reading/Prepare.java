package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.intake.names.KnownRecords;
import dev.windrose.llm.heads.Heads;
import dev.windrose.llm.language.DateOrder;
import dev.windrose.llm.language.Dates;
import dev.windrose.llm.language.Emails;
import dev.windrose.llm.language.Fold;
import dev.windrose.llm.language.FoundDate;
import dev.windrose.llm.language.Moneys;
import dev.windrose.llm.language.PersonNames;
import dev.windrose.llm.language.Sentences;
import dev.windrose.llm.language.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds what is in a message: parts, statements, values, names. What they mean is left to the grammars. */
final class Prepare {

    private static final Pattern SPANISH =
            Pattern.compile("\\b(?:el|los|las|una|que|para|con|reunion|llamada|nao|uma|com|por)\\b");

    private static final Lexicon FAIR = Lexicon.of("fair");

    /** "Signed by this one (not that one)" says nothing of that one. */
    private static final Pattern NOT = Pattern.compile(
            "[(,] ?(?:and |und |et |y |e )?(?:not|nicht|pas|no|nao|niet)(?: (?:the|with|bei|mit|avec|con|com|by|von|"
                    + "par|por|la|el|a|o))? $");

    private final Message message;
    private final KnownRecords known;
    private final String text;

    private Prepare(Message message, KnownRecords known) {
        this.message = message;
        this.known = known;
        this.text = message.text();
    }

    static Reading of(Message message, KnownRecords known, Heads heads) {
        return new Prepare(message, known).reading(heads, false);
    }

    /** As if each name that several records bear meant the first of them. */
    static Reading supposing(Message message, KnownRecords known, Heads heads) {
        return new Prepare(message, known).reading(heads, true);
    }

    private Reading reading(Heads heads, boolean supposing) {
        var parts = talk().orElseGet(() ->
                SplitParts.of(message).stream().map(this::withContact).toList());
        var reading = new Reading(message, known, parts, heads);
        reading.supposing = supposing;
        var names = new FindMentions(known, text);
        var mentions = new ArrayList<>(names.all());
        if (mentions.stream().filter(mention -> mention.is("company")).count() > 1) {
            mentions.removeIf(mention ->
                    mention.is("company") && NOT.matcher(before(mention.span())).find());
        }
        var products = Products.in(text, known.products());
        mentions.removeIf(mention -> mention.is("company")
                && !mention.whole()
                && products.stream().anyMatch(product -> product.span().overlaps(mention.span())));
        mentions.removeIf(mention -> mention.is("company") && !mention.whole() && surname(mention));
        Blurred.add(text, known, mentions);
        statements(reading, new CutSentences(text, mentions, products));
        values(reading);
        share(reading, mentions, products);
        NewCompany.in(reading, mentions).ifPresent(found -> bring(reading, found));
        new Focus(reading, names, mentions).set();
        people(reading);
        reading.statements.forEach(PhoneNumbers::find);
        reading.statements.forEach(Modes::set);
        Scopes.set(reading);
        return reading;
    }

    private void statements(Reading reading, CutSentences cuts) {
        for (var part : reading.parts) {
            if (part.readable()) {
                for (var sentence : Sentences.of(text, part.span())) {
                    cuts.cut(sentence).stream()
                            .flatMap(piece -> CutStances.cut(text, piece).stream())
                            .forEach(piece -> reading.statements.add(new Statement(piece, part, text)));
                }
            }
        }
        if (message.fromOutside()) {
            withoutOrders(reading);
        } else {
            reading.statements.removeIf(statement -> statement.part.passedOn() && Orders.in(statement));
        }
    }

    /** Only what is told is read of an outsider's text, not what it tells us to do with the record. */
    private void withoutOrders(Reading reading) {
        if (!Payload.isJson(text) && Orders.taints(Fold.inPlace(text))) {
            reading.statements.removeIf(statement -> !Orders.ofThemselves(statement));
        } else if (reading.statements.removeIf(Orders::in)) {
            reading.ordered = true;
        }
    }

    /** "Alan Kestrel, alan@...": the account's name is also somebody's surname. */
    private boolean surname(Mention mention) {
        int line = text.lastIndexOf('\n', mention.span().start()) + 1;
        return PersonNames.in(text, new Span(line, mention.span().end())).stream()
                .filter(name -> name.end() == mention.span().end()
                        && name.start() < mention.span().start())
                .map(name -> Fold.words(name.of(text).split(" ")[0]))
                .anyMatch(first -> Emails.in(text).stream()
                        .anyMatch(mail -> first.length() > 2
                                && Fold.words(mail.value().replaceAll("@.*", ""))
                                        .replace(" ", "")
                                        .contains(first)));
    }

    private String before(Span span) {
        return Fold.inPlace(text.substring(Math.max(0, span.start() - 16), span.start()));
    }

    private static void bring(Reading reading, NewCompany.Named found) {
        reading.create("company", null, found.span())
                .key("name", found.company().name());
        reading.statements.stream()
                .filter(statement -> statement.span().holds(found.span()))
                .forEach(statement -> {
                    statement.companies.removeIf(mention -> !mention.whole());
                    statement.companies.add(new Mention(found.span(), java.util.List.of(found.company()), true));
                });
    }

    private Part withContact(Part part) {
        var colleague =
                part.kind() == Part.Kind.SPOKEN ? ours(String.valueOf(part.writer())) : Optional.<String>empty();
        if (colleague.isPresent()) {
            return new Part(Part.Kind.OWN, part.span(), colleague.get(), null, null, null);
        }
        var byMail = part.mail() == null
                ? java.util.Optional.<dev.windrose.intake.names.KnownRecord>empty()
                : known.contactWithMail(part.mail());
        if (byMail.isPresent()) {
            return part.with(byMail.get());
        }
        if (part.writer() == null || part.writer().isBlank()) {
            return part;
        }
        return new FindMentions(known, part.writer())
                .all().stream()
                        .filter(mention -> mention.is("contact") && mention.whole() && mention.clear())
                        .findFirst()
                        .map(mention -> part.with(mention.record()))
                        .orElse(part);
    }

    /** The turns of a talk in which people of ours or of an account speak; lists of accounts or themes look alike. */
    private Optional<List<Part>> talk() {
        var parts = Transcript.in(text).map(found -> found.parts(text)).orElse(List.of());
        var turns =
                parts.stream().filter(part -> part.kind() == Part.Kind.SPOKEN).toList();
        boolean account = turns.stream().anyMatch(turn -> new FindMentions(known, String.valueOf(turn.writer()))
                .all().stream().anyMatch(mention -> mention.is("company")));
        var read = parts.stream().map(this::withContact).toList();
        boolean colleague = read.stream().anyMatch(part -> part.kind() == Part.Kind.OWN && part.writer() != null);
        boolean contact = read.stream().anyMatch(part -> part.kind() == Part.Kind.SPOKEN && part.contact() != null);
        return turns.isEmpty() || account || !colleague && !contact ? Optional.empty() : Optional.of(read);
    }

    private Optional<String> ours(String speaker) {
        var key = dev.windrose.intake.names.NameEntry.key(speaker);
        var author = message.author();
        return author != null && called(author.name(), key)
                ? Optional.of(author.name())
                : known.people().stream()
                        .map(KnownRecord::name)
                        .filter(name -> called(name, key))
                        .findFirst();
    }

    private static boolean called(String name, String key) {
        var whole = dev.windrose.intake.names.NameEntry.key(name);
        return whole.equals(key) || whole.startsWith(key + " ");
    }

    private void values(Reading reading) {
        var folded = Fold.inPlace(text);
        int offset = message.receivedAt().getOffset().getTotalSeconds() / 3600;
        boolean monthFirst = offset <= -4
                && offset >= -10
                && SPANISH.matcher(folded).results().count() < 3;
        var order = monthFirst ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST;
        var dates = Dates.in(text, message.day(), order, message.fiscalStart()).stream()
                .filter(date -> !date.stretch())
                .toList();
        var moneys = Moneys.in(text);
        var mails = Emails.in(text);
        for (var statement : reading.statements) {
            var span = statement.span();
            var anchor = statement.part.written();
            dates.stream()
                    .filter(date -> span.holds(date.span()))
                    .forEach(date -> statement.dates.add(anchor == null ? date : anchored(date, anchor, order)));
            moneys.stream().filter(money -> span.holds(money.span())).forEach(statement.moneys::add);
            mails.stream().filter(mail -> span.holds(mail.span())).forEach(statement.mails::add);
            statement.moneys.removeIf(money -> mails.stream()
                            .anyMatch(mail -> mail.span().overlaps(money.span()))
                    || statement.dates.stream().anyMatch(date -> date.span().overlaps(money.span())));
        }
    }

    /** In a forwarded mail "today" is the day of that mail. */
    private FoundDate anchored(FoundDate date, java.time.LocalDate anchor, DateOrder order) {
        var again = Dates.in(date.span().of(text), anchor, order, message.fiscalStart());
        return again.size() == 1
                ? new FoundDate(
                        date.span(),
                        again.getFirst().date(),
                        again.getFirst().past(),
                        again.getFirst().period())
                : date;
    }

    private static void share(Reading reading, List<Mention> mentions, List<Mention> products) {
        for (var statement : reading.statements) {
            mentions.stream()
                    .filter(mention -> statement.span().holds(mention.span()))
                    .forEach(
                            mention -> (mention.is("company") ? statement.companies : statement.contacts).add(mention));
            products.stream()
                    .filter(mention -> statement.span().holds(mention.span()))
                    .forEach(statement.products::add);
        }
    }

    /** Colleagues by full or first name, and full names that nobody in the record bears. */
    private void people(Reading reading) {
        var byName = new LinkedHashMap<String, KnownRecord>();
        var folded = Fold.inPlace(text);
        known.people().forEach(person -> byName.put(person.name(), person));
        var names = new LinkedHashMap<KnownRecord, Pattern>();
        byName.values().stream()
                .filter(person -> !person.name().isBlank())
                .sorted(Comparator.comparing(person -> !folded.contains(Fold.inPlace(person.name()))))
                .forEach(person -> names.put(person, nameOf(person)));
        for (var statement : reading.statements) {
            names.forEach((person, name) -> colleague(statement, person, name, namesakes(person, names.keySet())));
            statement.people.sort(
                    Comparator.comparingInt(mention -> mention.span().start()));
            for (var written : PersonNames.in(text, statement.span())) {
                var span = behindCompany(statement, written);
                var name = span.of(text);
                boolean taken = overlaps(statement.companies, span)
                        || FAIR.find(Fold.inPlace(name)).isPresent()
                        || ofTitle(statement, span)
                        || overlaps(statement.contacts, span)
                        || overlaps(statement.products, span)
                        || overlaps(statement.people, span)
                        || message.author() != null
                                && name.equals(message.author().name());
                if (!taken) {
                    statement.strangers.add(new NewPerson(span, name));
                }
            }
            written(statement);
        }
    }

    /** "Head of Cold Chain" names no person, nor do the brackets right behind one. */
    private static boolean ofTitle(Statement statement, Span span) {
        var before = statement.before(span, 40);
        return TITLE_OF.matcher(before).find()
                || before.endsWith("(")
                        && statement.strangers.stream()
                                .anyMatch(person -> person.span().end() + 2 >= span.start()
                                        && person.span().end() <= span.start());
    }

    private static final Pattern TITLE_OF = Pattern.compile(
            "\\b(?:head|director|vp|vice president|manager|lead|chief|leiter(?:in)?|leitung|responsable|directeur|directrice|"
                    + "directora?|diretora?|jef[ea]|gerente|encargad[oa]|"
                    + "responsabile|coordinador[a]?|coordenador[a]?|officer|specialist|partner) (?:of|of the|for|de|del|de la|da|do|"
                    + "di|der|des|fur|du) $");

    /** "cfo is mary collins mary.collins@...": the address bears the name that is written small before it. */
    private void written(Statement statement) {
        for (var mail : statement.mails) {
            var local = mail.value().substring(0, mail.value().indexOf('@'));
            if (!local.matches("\\p{L}{2,}[._-]\\p{L}{2,}")
                    || known.contactWithMail(mail.value()).isPresent()) {
                continue;
            }
            var name = local.replaceAll("[._-]", " ");
            int at = statement.folded.indexOf(name + " ");
            if (at < 0) {
                continue;
            }
            var span = new Span(
                    at + statement.span().start(),
                    at + name.length() + statement.span().start());
            boolean taken = statement.strangers.stream()
                            .anyMatch(person -> person.span().overlaps(span))
                    || overlaps(statement.contacts, span)
                    || overlaps(statement.people, span);
            if (!taken) {
                statement.strangers.add(new NewPerson(span, capitals(span.of(text))));
            }
        }
    }

    private static String capitals(String name) {
        var out = new StringBuilder();
        for (var word : name.split(" ")) {
            out.append(out.isEmpty() ? "" : " ")
                    .append(Character.toUpperCase(word.charAt(0)))
                    .append(word.substring(1));
        }
        return out.toString();
    }

    private static Pattern nameOf(KnownRecord person) {
        var words = dev.windrose.intake.names.NameEntry.words(person.name());
        var rest = words.size() == 1
                ? ""
                : "(?: " + Pattern.quote(String.join(" ", words.subList(1, words.size()))) + ")?";
        return Pattern.compile("(?<![\\p{L}.@])(@?)(" + Pattern.quote(words.getFirst()) + rest + ")(?![\\p{L}@])");
    }

    /** The author is not meant where somebody else bears the same first name. */
    private List<KnownRecord> namesakes(KnownRecord person, java.util.Set<KnownRecord> people) {
        var first = dev.windrose.intake.names.NameEntry.words(person.name()).getFirst();
        var author = message.author();
        var all = people.stream()
                .filter(other -> dev.windrose.intake.names.NameEntry.words(other.name())
                        .getFirst()
                        .equals(first))
                .filter(other ->
                        other == person || author == null || !other.name().equals(author.name()))
                .toList();
        return all.size() < 2 || author != null && author.name().equals(person.name()) && all.size() == 1
                ? List.of(person)
                : all;
    }

    /** "At Some Company Petra Moser ...": the account's name runs into the person's. */
    private Span behindCompany(Statement statement, Span name) {
        return statement.companies.stream()
                .map(Mention::span)
                .filter(company -> company.overlaps(name) && company.end() + 1 < name.end())
                .map(company -> new Span(company.end() + 1, name.end()))
                .filter(rest -> PersonNames.isName(rest.of(text)))
                .findFirst()
                .orElse(name);
    }

    private void colleague(Statement statement, KnownRecord person, Pattern called, List<KnownRecord> namesakes) {
        var words = dev.windrose.intake.names.NameEntry.words(person.name());
        var match = called.matcher(statement.folded);
        while (match.find()) {
            var span = new Span(
                    match.start(2) + statement.span().start(),
                    match.end(2) + statement.span().start());
            boolean written = Character.isUpperCase(text.charAt(span.start()))
                    || !match.group(1).isEmpty()
                    || !Words.common(words.getFirst());
            boolean contact =
                    overlaps(statement.contacts, span) && match.group(1).isEmpty();
            boolean longer = PersonNames.in(text, statement.span()).stream()
                    .anyMatch(name -> name.holds(span) && name.end() > span.end());
            if (written && !contact && !longer && !overlaps(statement.people, span)) {
                boolean whole = match.group(2).contains(" ");
                statement.people.add(new Mention(span, whole ? List.of(person) : namesakes, whole));
            }
        }
    }

    private static boolean overlaps(List<Mention> mentions, Span span) {
        return mentions.stream().anyMatch(mention -> mention.span().overlaps(span));
    }
}
