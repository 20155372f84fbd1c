package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.llm.language.Span;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** New numbers, addresses, titles, roles and employers of people in the record. */
final class ReadContactChanges implements Grammar {

    private static final Pattern PRIMARY = Pattern.compile(
            "\\b(?:(?:goes|go|run|runs) through (?=\\p{L})|(?:main|primary|principal|new main|first|key|central|single|"
                    + "regular) (?:contact|point of contact|poc|person|counterpart|port of call|address)|point person|go-to(?: person|"
                    + " contact)?|new (?:point of )?contact(?= (?:there|for us|at|is|will|in future|from))|"
                    + "point of contact|(?:make|set|"
                    + "mark) (?:him|her|them|\\w+)(?: as)?(?: the| our)?(?: new)? primary|as (?:the |our )?(?:new "
                    + ")?primary|hauptansprechpartner(?:in)?|hauptkontakt(?:person)?|(?:unser\\w*|"
                    + "neue\\w*) (?:erste\\w* )?ansprechpartner(?:in)?|interlocut(?:eur|rice) (?:principale?|unique)|"
                    + "persona de contacto|pessoa de contato|interlocutor[a]? principal|persona di riferimento|contact principal|"
                    + "contacto principal|contatto "
                    + "principale|hoofdcontact(?:persoon)?|huvudkontakt\\w*|hovedkontakt\\w*|"
                    + "(?:one|person|guy|lady|woman|man) (?:for us )?(?:to|we) (?:ring|call|phone|contact|talk to|speak to|"
                    + "speak with|write to|e?mail|ping|ask|deal with|go to|turn to)"
                    + "(?= (?:first|from|now|in future|going forward)\\b|[.,;!]|$))\\b");
    private static final Pattern NEW_EMPLOYER = Pattern.compile(
            "\\b(?:started|starts|joined|joins|joining|moved|moves|moving|went|left for|works|working|job|switched|switches|transferred|"
                    + "wechselt\\w*|gewechselt|arbeitet|passe|parti\\w*|rejoint|travaille|se fue|trabaja|ficha|foi para|mudou|trabalha|"
                    + "now)\\b[^.;]{0,24}\\b(?:at|to|with|for|zu|zur|zum|bei|nach|chez|a|en|para|con|na|no|over to)? ?$");
    /** Words that tell something of a person. */
    static final Pattern TOLD = Pattern.compile(ToldTitles.TITLE_NOW.pattern() + "|" + PRIMARY.pattern());

    private static final Pattern PHONE_CUE = Pattern.compile(
            "\\b(?:mobile|cell|phone|number|direct|line|tel|telefon|nummer|handy|durchwahl|rufen|erreichen|call "
                    + "me|reach|numero|telephone|movil|celular|cellulare|mobil|nr)\\b");

    @Override
    public void read(Reading reading) {
        for (var statement : reading.statements) {
            if (statement.is(Mode.HEARSAY) || statement.is(Mode.OFF_RECORD) || statement.is(Mode.CONDITION)) {
                continue;
            }
            var mentions = statement.contacts.stream().filter(Mention::clear).toList();
            for (var mention : mentions) {
                Roles.before(statement, mention.span())
                        .ifPresent(role -> reading.update(mention.record(), statement.span())
                                .set("influence_role", role.value(), reading.evidence(role.span()), 0.8));
                about(reading, statement, mention.record(), scope(statement, mention));
            }
            if (mentions.isEmpty()) {
                referred(reading, statement).ifPresent(contact -> about(reading, statement, contact, statement.span()));
            } else if (statement.strangers.isEmpty()) {
                reach(reading, statement, mentions.getFirst().record());
            }
            if (!mentions.isEmpty() && reading.message.fromOutside() && statement.part.contact() != null) {
                decides(reading, statement, statement.part.contact());
            }
            if (mentions.isEmpty() && (reading.message.fromOutside() || statement.part.kind() == Part.Kind.SPOKEN)) {
                own(reading, statement);
            } else if (mentions.isEmpty() && statement.strangers.isEmpty()) {
                lastNamed(reading, statement).ifPresent(contact -> reach(reading, statement, contact));
            }
        }
    }

    /** "Her mobile is ...": whose it is stands in the statement before. */
    private static Optional<KnownRecord> lastNamed(Reading reading, Statement statement) {
        boolean reach = !statement.phones.isEmpty() || !statement.mails.isEmpty();
        if (!reach || !statement.has(POSSESSIVE) && statement.raw.length() > 50) {
            return Optional.empty();
        }
        var named = reading.before(statement)
                .filter(before -> before.strangers.isEmpty() && before.part == statement.part)
                .map(before -> before.contacts.stream()
                        .filter(Mention::clear)
                        .map(Mention::record)
                        .distinct()
                        .toList())
                .orElse(java.util.List.of());
        return named.size() == 1 ? Optional.of(named.getFirst()) : SpokenOf.onlyOne(reading, statement);
    }

    static final Pattern POSSESSIVE = Pattern.compile(
            "\\b(?:his|her|hers|their|sein\\w*|ihr\\w*|sa|son|ses|su|sus|suyo|suya|seu|sua|dele|dela|suo|hennes|hans|haar|zijn)\\b");

    private static Span scope(Statement statement, Mention mention) {
        int end = statement.contacts.stream()
                .map(Mention::span)
                .mapToInt(Span::start)
                .filter(start -> start > mention.span().end())
                .min()
                .orElse(statement.span().end());
        int stranger = statement.strangers.stream()
                .map(NewPerson::span)
                .mapToInt(Span::start)
                .filter(start -> start > mention.span().end())
                .min()
                .orElse(statement.span().end());
        return new Span(mention.span().start(), Math.min(end, stranger));
    }

    /** "He", "she" and a statement without a subject go on about the person before. */
    private static Optional<KnownRecord> referred(Reading reading, Statement statement) {
        boolean pronoun = statement.folded.matches(
                "(?s)^\\W*(?:and |also |now )?(?:he|she|he's|she's|er|sie|il|elle|ella|ela|ele|el|lui|lei|hij|zij|han|hon)\\b.*");
        pronoun |= ToldTitles.OF_THE_ONE_BEFORE.matcher(statement.folded).find();
        if (!pronoun && SpokenOf.goesOn(statement)) {
            return SpokenOf.onlyOne(reading, statement);
        }
        if (pronoun && severalBefore(reading, statement)) {
            return Optional.empty();
        }
        if (pronoun
                && reading.before(statement)
                        .filter(before -> before.contacts.isEmpty())
                        .isPresent()) {
            return SpokenOf.onlyOne(reading, statement);
        }
        return pronoun && statement.strangers.isEmpty()
                ? reading.before(statement).flatMap(before -> before.contacts.stream()
                        .filter(Mention::clear)
                        .map(Mention::record)
                        .reduce((a, b) -> b))
                : Optional.empty();
    }

    /** Two people before it: "she" may be either, and what is told of her waits for an answer. */
    private static boolean severalBefore(Reading reading, Statement statement) {
        var people = reading.before(statement).stream()
                .flatMap(before -> before.contacts.stream())
                .filter(Mention::clear)
                .map(Mention::record)
                .distinct()
                .toList();
        boolean singular =
                !statement.folded.matches("(?s)^\\W*(?:and |also |now )?(?:they|ils|elles|ellos|eles|loro)\\b.*");
        if (people.size() > 1
                && singular
                && statement.firm()
                && (statement.has(TOLD)
                        || !statement.phones.isEmpty()
                        || !statement.mails.isEmpty()
                        || Roles.in(statement, statement.span()).isPresent()
                        || NEW_TITLE.matcher(statement.folded).find())) {
            reading.ask("Who is meant in \"" + statement.raw + "\"?", people);
        }
        return people.size() > 1 && singular;
    }

    private static final Pattern NEW_TITLE = Pattern.compile(
            "^\\W*(?:he|she|er|sie|il|elle|el|ella|ele|ela|lui|lei) (?:is|ist|est|es|e) (?:the|our|their|now|der|die|la|le|el|o|a)\\b");

    private void about(Reading reading, Statement statement, KnownRecord contact, Span scope) {
        Roles.in(statement, scope)
                .filter(role -> !statement.is(Mode.QUESTION) && subject(statement, scope, role.span()))
                .ifPresent(role -> reading.update(contact, statement.span())
                        .set("influence_role", role.value(), reading.evidence(role.span()), 0.8));
        if (!statement.is(Mode.QUESTION)) {
            title(reading, statement, contact, scope);
        }
        if (!statement.is(Mode.QUESTION) && !statement.is(Mode.UNSURE)) {
            employer(reading, statement, contact);
        }
        primary(reading, statement, contact, null, scope);
        var name = new Span(scope.start(), scope.start());
        if (THROUGH.matcher(statement.before(name, 60)).find()) {
            marked(reading, statement, contact, reading.evidence(statement.span()));
        }
    }

    /** "From now on everything goes through ...". */
    private static final Pattern THROUGH = Pattern.compile(
            "\\b(?:from now on|going forward|in future|as of (?:now|today)|ab sofort|kunftig|von nun an|desormais|dorenavant|"
                    + "a partir de ahora|a partir de agora|de ahora en adelante|daqui (?:pra|para) frente|d'ora in poi)\\b"
                    + "[^.;]{0,30}\\b(?:through|via|with|to|uber|an|mit|par|avec|a|con|por|com|con) (?:mr |mrs |ms |frau |herrn? |"
                    + "mme |al |la |el |a |o )?$"
                    + "|\\b(?:address|direct|send) everything to (?:mr |mrs |ms )?$|\\bfrom now on (?:please )?(?:deal|work|speak|"
                    + "talk) (?:only |directly )?(?:with|to) (?:mr |mrs |ms )?$");

    /** In "X says that legal decides" it is not X who decides. */
    private static boolean subject(Statement statement, Span scope, Span cue) {
        var between = statement.between(scope.start(), cue.start());
        return !between.matches(
                        "(?s).*\\b(?:says|said|thinks|told|by|to|that|legal|procurement|board|boss|ceo|cfo|committee|sagt|dit|dice)\\b.*")
                && between.length() < 90
                && !between.matches("(?s).*\\bso\\b.*\\bthat's\\b.*")
                && !statement.between(scope.start(), cue.end()).contains("that's a");
    }

    private static void title(Reading reading, Statement statement, KnownRecord contact, Span scope) {
        ToldTitles.in(reading, statement, scope).ifPresent(found -> reading.update(contact, statement.span())
                .set("title", found.of(reading.text()), reading.evidence(found), 0.85));
    }

    /** "CFO da Casa Nova": the account that follows is no part of the title. */
    static int beforeCompany(Statement statement, int from, int end) {
        int stop = statement.companies.stream()
                .map(mention -> mention.span().start())
                .filter(start -> start > from && start < end)
                .min(Integer::compare)
                .orElse(end);
        if (stop == end) {
            return end;
        }
        var words = statement.between(from, stop).stripTrailing();
        var joint = Pattern.compile(" (?:at|of|for|da|do|de|del|di|bei|der|von|van|the|la|el|en|no|na|@)$")
                .matcher(words);
        int cut = from + words.length();
        while (joint.find()) {
            cut = from + joint.start();
            joint = joint.reset(words.substring(0, joint.start()));
        }
        return cut;
    }

    private void employer(Reading reading, Statement statement, KnownRecord contact) {
        for (var company : statement.companies) {
            boolean other = company.clear() && !company.record().id().equals(contact.companyId());
            if (other
                    && NEW_EMPLOYER
                            .matcher(statement.before(company.span(), 40))
                            .find()
                    && !Clauses.denied(statement, company.span())) {
                reading.update(contact, statement.span())
                        .set("company", company.record().name(), reading.evidence(company.span()), 0.8);
            }
        }
    }

    private void reach(Reading reading, Statement statement, KnownRecord contact) {
        boolean mailCue = statement.has(Pattern.compile("\\b(?:e-?mail|mail|address|adresse|correo|now|new|neu)\\b"))
                || statement.raw.length() < 90;
        statement.mails.stream()
                .filter(mail -> mailCue
                        && !mail.value().equalsIgnoreCase(contact.text("email"))
                        && statement.contacts.size() == 1)
                .findFirst()
                .ifPresent(mail -> reading.update(contact, statement.span())
                        .set("email", mail.value(), reading.evidence(mail.span()), 0.85));
        statement.phones.stream()
                .filter(phone ->
                        statement.has(PHONE_CUE) || statement.raw.length() < 60 && statement.contacts.size() == 1)
                .findFirst()
                .ifPresent(phone -> reading.update(contact, statement.span())
                        .set("phone", phone.value(), reading.evidence(phone.span()), 0.9));
    }

    /** What outsiders say about themselves: "my new number", "I was promoted". */
    private void own(Reading reading, Statement statement) {
        var writer = statement.part.contact();
        if (writer == null || statement.is(Mode.QUESTION)) {
            return;
        }
        decides(reading, statement, writer);
        boolean mine = statement.has(ToldTitles.MINE);
        boolean fresh =
                statement.has(ToldTitles.NEW_NUMBER) && statement.contacts.isEmpty() && statement.strangers.isEmpty();
        if ((mine && statement.has(PHONE_CUE) || fresh) && !statement.phones.isEmpty()) {
            reading.update(writer, statement.span())
                    .set(
                            "phone",
                            statement.phones.getFirst().value(),
                            reading.evidence(statement.phones.getFirst().span()),
                            0.9);
        }
        if (mine) {
            title(reading, statement, writer, statement.span());
            if (statement.has(PRIMARY) && statement.strangers.isEmpty() && statement.contacts.isEmpty()) {
                primary(reading, statement, writer, null, statement.span());
            }
        }
    }

    /** "I decide about it": what outsiders say of their own part. */
    private static void decides(Reading reading, Statement statement, KnownRecord writer) {
        if (!statement.firm()) {
            return;
        }
        statement
                .find(I_DECIDE)
                .filter(place -> !Clauses.denied(statement, place))
                .ifPresent(place -> reading.update(writer, statement.span())
                        .set("influence_role", "decision_maker", reading.evidence(place), 0.8));
        statement
                .find(MY_BUDGET)
                .filter(place -> !Clauses.denied(statement, place))
                .ifPresent(place -> reading.update(writer, statement.span())
                        .set("influence_role", "economic_buyer", reading.evidence(place), 0.8));
    }

    private static final Pattern I_DECIDE = Pattern.compile(
            "\\bi (?:alone |myself |am the one who )?(?:decide|decides)(?= (?:about|on|this|that|it|here|for us|in the end|alone)\\b|"
                    + "[.,;]|$)|\\bi have the (?:last|final) (?:word|say)|(?:it is|it's) my (?:call|decision)|"
                    + "\\bich (?:allein |selbst )?(?:entscheide|habe das letzte wort)|\\b(?:das|daruber|hier) entscheide ich|"
                    + "\\b(?:c'est moi qui|je) (?:decide|tranche)|\\b(?:decido yo|yo decido|soy yo quien decide|"
                    + "tengo la ultima palabra|eu decido|sou eu (?:que|quem) decid\\w+|a decisao e minha|decido io)\\b");
    private static final Pattern MY_BUDGET = Pattern.compile(
            "\\bi (?:hold|control|own|manage) (?:the|our) (?:budget|purse|money)|\\bthe (?:budget|purse) is mine|\\bich (?:habe|"
                    + "verwalte|verantworte) das budget|\\bje (?:tiens|gere) (?:le budget|les cordons)|"
                    + "\\b(?:manejo|llevo) (?:yo )?el presupuesto|\\b(?:o orcamento e meu|eu cuido do orcamento)");

    /** A new main contact takes the mark from the former one. */
    private static void primary(
            Reading reading, Statement statement, @Nullable KnownRecord contact, @Nullable Draft fresh, Span scope) {
        boolean single = contact != null && statement.contacts.size() <= 1 && statement.strangers.isEmpty()
                || contact == null && statement.contacts.isEmpty();
        var place = statement
                .find(PRIMARY)
                .filter(found -> single || scope.holds(found))
                .filter(found -> !Clauses.denied(statement, found));
        if (place.isEmpty() || statement.company == null) {
            return;
        }
        var evidence = reading.evidence(place.get());
        if (contact != null) {
            reading.update(contact, statement.span()).set("is_primary", true, evidence, 0.85);
        } else if (fresh != null) {
            fresh.set("is_primary", true, evidence, 0.85);
        }
        former(reading, statement, contact, evidence);
    }

    private static void marked(Reading reading, Statement statement, KnownRecord contact, Evidence evidence) {
        if (statement.company != null) {
            reading.update(contact, statement.span()).set("is_primary", true, evidence, 0.8);
            former(reading, statement, contact, evidence);
        }
    }

    private static void former(Reading reading, Statement statement, @Nullable KnownRecord contact, Evidence evidence) {
        if (statement.company != null) {
            reading.of(statement.company, "contact").stream()
                    .filter(other -> "true".equals(other.text("is_primary")) && !other.sameAs(contact))
                    .forEach(other -> reading.update(other, statement.span()).set("is_primary", false, evidence, 0.8));
        }
    }

    /** The same for people whom this message creates: later statements speak of them by first name. */
    static void laterAbout(Reading reading) {
        for (var draft : java.util.List.copyOf(reading.drafts)) {
            if (!draft.entity.equals("contact") || draft.record != null || draft.key.get("name") == null) {
                continue;
            }
            var name = dev.windrose.intake.names.NameEntry.words(String.valueOf(draft.key.get("name")));
            for (var statement : reading.statements) {
                var match = Pattern.compile("(?<![\\p{L}])(?:" + Pattern.quote(name.getFirst()) + "|"
                                + Pattern.quote(name.getLast()) + ")(?![\\p{L}@])")
                        .matcher(statement.folded);
                if (draft.company != null && draft.company.sameAs(statement.company) && match.find()) {
                    int end = statement.contacts.stream()
                            .map(Mention::span)
                            .mapToInt(Span::start)
                            .filter(start ->
                                    start > match.end() + statement.span().start())
                            .min()
                            .orElse(statement.span().end());
                    var scope = new Span(match.start() + statement.span().start(), end);
                    Roles.in(statement, scope)
                            .filter(role -> !draft.has("influence_role") && subject(statement, scope, role.span()))
                            .ifPresent(role ->
                                    draft.set("influence_role", role.value(), reading.evidence(role.span()), 0.75));
                    primary(reading, statement, null, draft, scope);
                }
                pronoun(reading, draft, statement);
            }
        }
    }

    private static boolean introduces(Statement statement, Draft draft) {
        return statement.strangers.stream().anyMatch(person -> person.name().equals(draft.key.get("name")));
    }

    /** "He takes the decisions" right after the introduction. */
    private static void pronoun(Reading reading, Draft draft, Statement statement) {
        var before = reading.before(statement);
        boolean introduced = before.isPresent()
                && (introduces(before.get(), draft)
                        || before.get().contacts.isEmpty()
                                && before.get().strangers.isEmpty()
                                && reading.before(before.get())
                                        .filter(earlier -> introduces(earlier, draft))
                                        .isPresent());
        if (introduced
                && statement.folded.matches("(?s)^\\W*(?:he|she|er|sie|il|elle|ella|el)\\b.*")
                && statement.strangers.isEmpty()) {
            Roles.in(statement, statement.span())
                    .filter(role -> !draft.has("influence_role")
                            && role.span().start() - statement.span().start() < 40)
                    .ifPresent(role -> draft.set("influence_role", role.value(), reading.evidence(role.span()), 0.75));
        }
    }
}
