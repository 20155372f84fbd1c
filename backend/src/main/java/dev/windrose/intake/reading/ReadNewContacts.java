package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.llm.language.Found;
import dev.windrose.llm.language.JobTitles;
import dev.windrose.llm.language.Span;
import java.util.Optional;
import java.util.regex.Pattern;

/** A person named in full with a part to play on the customer's side becomes a contact. */
final class ReadNewContacts implements Grammar {

    private static final Pattern GONE = Pattern.compile(
            "\\b(?:former|ex-|old|previous|predecessor|used to|ehemalige[rn]?|fruhere[rn]?|ancien|anterior)\\s*(?:\\w+ ){0,3}$");

    /** "Dear ...": whom it is written to is told nothing of. */
    private static final Pattern GREETED = Pattern.compile(
            "(?:^|\\n)\\W*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|morning|hallo|liebe[rs]?|sehr geehrte[rs]?|"
                    + "guten (?:tag|morgen)|moin|servus|gruezi|bonjour|bonsoir|chere?|salut|"
                    + "hola|buen[oa]s (?:dias|tardes|noches)|estimad[oa]|querid[oa]|ola|bom dia|boa tarde|car[oa]|prezad[oa]|ciao|"
                    + "salve|gentile|buongiorno|beste|geachte|dag|goedemorgen|hej|kaere|basta)"
                    + "(?: (?:mr|mrs|ms|miss|dr|prof|herr|frau|mme|m|madame|monsieur|sr|sra|senor|senora|dott|sig|signora|heer|"
                    + "mevrouw|de heer)\\.?)* ?$");

    private static final Pattern ADDED =
            Pattern.compile("\\b(?:add|new (?:contact|lead|champion|guy|person)|contact(?: person)?:?|lead:|introduce|"
                    + "introducing|looping in|loop in|meet|took over|takes over|picking up|replaces?|replaced|successor|"
                    + "interim|is the new|joins|neue[rs]? (?:kontakt|ansprechpartner)|ansprechpartner(?:in)?|nouveau "
                    + "contact|nuevo contacto|reach out to|speak to|talk to|attendees|participants)\\b");
    private static final Pattern RIVAL = Pattern.compile(
            "\\b(?:competitor|reseller|referred by|referral from|recommended by|partner|consultant from|works "
                    + "(?:for|at)|from(?! \\d))\\b[^,;]{0,14}$");

    /** "Notre responsable des achats, Mme ...": a title of several words in lower case. */
    private static final Pattern TITLED_BEFORE = Pattern.compile(
            "([\\p{L}-]+(?: (?:de la|de|des|du|do|da|dos|of|für|di|del|van|aux|au|à la|for|voor|för) [\\p{L}'’-]+){1,3}),? (?:(?:Mr|"
                    + "Mrs|Ms|Mme|M|Dr|"
                    + "Herrn?|Frau|Sra?|Dra)\\.? )?$");

    private static final Pattern SUCCEEDS = Pattern.compile(
            "^[^.;]{0,24}\\b(?:took over|takes over|taking over|has taken over|taken over|replac(?:es|ed|ing)|succeed(?:s|ed|"
                    + "ing)|is (?:our|the|their|your) new|has joined|joined|joins|will (?:be|take|handle|look)|"
                    + "steps in|stepping in|looks after|is now (?:our|the|responsible|in charge)|ubernimmt|ubernommen|folgt auf|"
                    + "ersetzt|ist (?:jetzt |nun )?(?:unser|der|die|ihr)\\w* neue|remplace|succede|reprend|prend la suite|"
                    + "reemplaza|sustituye|sucede|asume|substitui|assume|sucede|sostituisce|subentra|vervangt|volgt|ersatter|tar over)\\b");

    /** What stands behind the title and is none: where, who is, and which contact they are as well. */
    private static final Pattern NO_TITLE = Pattern.compile(
            " (?:there|dort|la-bas|alli|alla|ali|daar|der|(?:and|und|et|y|e|og|och|en) (?:\\p{L}+ )?(?:main|primary|haupt|new|hoved|"
                    + "huvud|hoofd|contact|kontakt|principal)|is|ist|est|es|er|ar)(?![\\p{L}-]).*$"
                    + "| (?:and|und|et|y|e|og|och|en) (?:haupt|hoved|huvud|hoofd)\\p{L}*.*$");

    /** "..., please add her". */
    private static final Pattern TO_ADD = Pattern.compile(
            "^[^.;]{0,24}\\b(?:anlegen|hinzufugen|aufnehmen|eintragen|erfassen|(?:add|create|enter|record|set up) (?:him|her|them|"
                    + "as a contact)|(?:to be|gets) added|a (?:creer|ajouter|crear|agregar|cadastrar)|"
                    + "ajouter|ajoutez|crear|agregar|anadir|dar de alta|cadastrar|adicionar|incluir|aggiungere|toevoegen|"
                    + "lagg(?:a)? till|legg(?:e)? til|opprett\\w*)\\b");

    /** "Mr Pryce of Pryce Eggs": the house bears the man's name. */
    private static final Pattern NAMED_FOR =
            Pattern.compile("\\b(?:mr|mrs|ms|herrn?|frau|mme|sra?|dr)\\.? \\p{L}+ (?:of|from|at|bei|von|de|da|chez) $");

    /** "Our new plant engineer, ...", "notre acheteuse publique, ...": the words between whose they are and the name. */
    private static final Pattern PHRASE = Pattern.compile(
            "(?:our|their|his|her|its|my|the|notre|votre|leur|son|sa|unser\\w*|ihr\\w*|sein\\w*|deren|nosso|nossa|seu|sua|nuestr[oa]|"
                    + "su|mi|nostr[oa]|suo|onze|hun|var|vart|deras|vores|"
                    + "der|die|la|el|le|il|new|neue\\w*|nouve\\w+|nuev[oa]|nov[oa]|nuov[oa]|nieuwe|ny) ((?:(?!our |their |his |her |"
                    + "the |notre |leur |unser|ihre? |nosso |nossa |nuestr|"
                    + "der |die |la |el |le |und |and |et )[\\p{L}'’-]+ ){0,4}[\\p{L}'’-]+)(?: (?:there|dort|la-bas|alli|alla|la|ali|"
                    + "daar|der))?,? (?:(?:mr|mrs|ms|mme|m|dr|herrn?|frau|sra?|dra)\\.? )?$");

    /** "..., he is COO": the title in a clause of its own. */
    private static final Pattern SAID = Pattern.compile(
            "\\b(?:he|she|he's|she's|er|sie|il|elle|el|ella|ele|ela|lui|lei|title|role|cargo|poste|funktion|puesto|as|als|como|"
                    + "como|comme|come)(?: is| ist| est| es| e|:)? (?:the |their |our |now |die |der |la |le |el |new )*([^.;]{2,50})");

    @Override
    public void read(Reading reading) {
        for (var statement : reading.statements) {
            if (statement.company == null
                    || statement.is(Mode.OFF_RECORD)
                    || statement.is(Mode.HEARSAY)
                    || statement.is(Mode.CONDITION) && statement.mails.isEmpty()) {
                continue;
            }
            for (var person : statement.strangers) {
                read(reading, statement, person, statement.company);
            }
        }
    }

    private void read(Reading reading, Statement statement, NewPerson person, KnownRecord company) {
        if (GONE.matcher(statement.before(person.span(), 30)).find()
                || GREETED.matcher(statement.before(person.span(), 30)).find()
                || NAMED_FOR.matcher(statement.before(person.span(), 40)).find()
                || NotTheirs.of(reading, company)
                || known(reading, company, person.name())) {
            return;
        }
        var title = title(reading, statement, person);
        var mail = near(reading, statement, person);
        var phone = statement.phones.stream()
                .filter(found -> statement.strangers.size() == 1 || closest(statement, person, found))
                .findFirst()
                .or(() -> nextPhone(reading, statement, person));
        var role = Roles.before(statement, person.span()).or(() -> Roles.in(statement, scope(statement, person)));
        boolean there = reading.drafts.stream()
                .anyMatch(draft -> draft.entity.equals("interaction")
                        && String.valueOf(draft.value("contacts")).contains(person.name()));
        boolean added = ADDED.matcher(statement.before(person.span(), 40)).find()
                || SUCCEEDS.matcher(statement.after(person.span(), 60)).find()
                || TO_ADD.matcher(statement.after(person.span(), 50)).find();
        if (title.isEmpty() && mail.isEmpty() && phone.isEmpty() && role.isEmpty() && !there && !added
                || RIVAL.matcher(statement.before(person.span(), 24)).find() && !there && title.isEmpty()) {
            return;
        }
        var draft = reading.newContact(person.name()).orElseGet(() -> reading.create("contact", company, person.span())
                .key("name", person.name())
                .set("company", company.name(), reading.evidence(statement.span()), 0.85));
        title.ifPresent(span -> draft.set("title", span.of(reading.text()), reading.evidence(span), 0.85));
        mail.ifPresent(found -> draft.set("email", found.value(), reading.evidence(found.span()), 0.95));
        phone.ifPresent(found -> draft.set("phone", found.value(), reading.evidence(found.span()), 0.9));
        role.ifPresent(found -> draft.set("influence_role", found.value(), reading.evidence(found.span()), 0.8));
    }

    private static boolean closest(Statement statement, NewPerson person, Found found) {
        return scope(statement, person).holds(found.span());
    }

    /** "Her cell is ..." in the statement behind, which names nobody else. */
    private static Optional<Found> nextPhone(Reading reading, Statement statement, NewPerson person) {
        int next = reading.statements.indexOf(statement) + 1;
        if (next >= reading.statements.size() || statement.strangers.size() > 1) {
            return Optional.empty();
        }
        var following = reading.statements.get(next);
        boolean same =
                following.contacts.isEmpty() && following.strangers.isEmpty() && following.part == statement.part;
        boolean told = following.has(ReadContactChanges.POSSESSIVE)
                || near(reading, statement, person)
                        .filter(mail -> following.span().holds(mail.span()))
                        .isPresent();
        return same && told ? following.phones.stream().findFirst() : Optional.empty();
    }

    private static boolean known(Reading reading, KnownRecord company, String name) {
        var key = dev.windrose.intake.names.NameEntry.key(name);
        return reading.of(company, "contact").stream()
                .anyMatch(contact ->
                        dev.windrose.intake.names.NameEntry.key(contact.name()).equals(key));
    }

    /** What is said of the person, up to the next name. */
    private static Span scope(Statement statement, NewPerson person) {
        int end = statement.strangers.stream()
                .map(NewPerson::span)
                .mapToInt(Span::start)
                .filter(start -> start > person.span().end())
                .min()
                .orElse(statement.span().end());
        int contact = statement.contacts.stream()
                .map(Mention::span)
                .mapToInt(Span::start)
                .filter(start -> start > person.span().end())
                .min()
                .orElse(statement.span().end());
        return new Span(person.span().start(), Math.min(end, contact));
    }

    /** In brackets or between commas after the name, right before it, or in a clause of its own. */
    private static Optional<Span> title(Reading reading, Statement statement, NewPerson person) {
        var text = reading.text();
        var behind = behind(text, statement, person);
        if (behind.isPresent()) {
            return behind;
        }
        var bracket = bracket(text, statement, person);
        if (bracket.isPresent()) {
            return bracket;
        }
        var before = JobTitles.before(
                        text.substring(0, person.span().start()), person.span().start())
                .or(() -> inWords(text, statement, person))
                .or(() -> phrase(text, statement, person))
                .or(() -> called(text, statement, person));
        return before.isEmpty()
                ? said(text, statement, person)
                : before.filter(found -> !found.of(text).equalsIgnoreCase("lead"));
    }

    private static Optional<Span> behind(String text, Statement statement, NewPerson person) {
        int end = scope(statement, person).end();
        int at = person.span().end();
        var intro = INTRO.matcher(statement.between(at, end));
        if (!intro.find() || intro.end() == 0) {
            return Optional.empty();
        }
        for (var part : parts(text, at + Math.max(0, intro.end() - 1), end)) {
            var found = JobTitles.in(text, part);
            if (found.isPresent()
                    && !statement.between(part.start(), part.end()).contains("@")) {
                int stop = ReadContactChanges.beforeCompany(
                        statement, found.get().start(), found.get().end());
                return JobTitles.in(text, new Span(found.get().start(), stop)).or(() -> found);
            }
            if (part.start() > at + 45) {
                break;
            }
        }
        return Optional.empty();
    }

    private static Optional<Span> inWords(String text, Statement statement, NewPerson person) {
        var told = TITLED_BEFORE.matcher(
                text.substring(statement.span().start(), person.span().start()));
        return told.find()
                ? JobTitles.in(
                        text,
                        new Span(
                                told.start(1) + statement.span().start(),
                                told.end(1) + statement.span().start()))
                : Optional.empty();
    }

    private static Optional<Span> phrase(String text, Statement statement, NewPerson person) {
        int from = Math.max(statement.span().start(), person.span().start() - 70);
        var words = PHRASE.matcher(statement.between(from, person.span().start()));
        if (!words.find()) {
            return Optional.empty();
        }
        var tail = NO_TITLE.matcher(words.group(1));
        int length = tail.find() ? tail.start() : words.group(1).length();
        return JobTitles.in(text, new Span(from + words.start(1), from + words.start(1) + length));
    }

    /** "Their new finance director is called ...", "the CFO of the trust is ...": the account may stand between title and name. */
    private static Optional<Span> called(String text, Statement statement, NewPerson person) {
        int from = statement.clause(person.span()).start();
        var words = statement.between(from, person.span().start());
        var verb = CALLED.matcher(words);
        if (!verb.find()) {
            return Optional.empty();
        }
        int end = from + verb.start();
        for (var company : statement.companies) {
            if (company.span().start() > from
                    && company.span().end() <= end + 1
                    && company.span().end() >= end - 1) {
                var joint = OF_COMPANY.matcher(
                        statement.between(from, company.span().start()));
                end = joint.find() ? from + joint.start() : company.span().start();
            }
        }
        var found = JobTitles.before(text.substring(0, end), end);
        return found.isPresent() ? found : JobTitles.in(text, new Span(lastArticle(statement, from, end), end));
    }

    private static int lastArticle(Statement statement, int from, int end) {
        var article = ARTICLE.matcher(statement.between(from, end));
        int at = from;
        while (article.find()) {
            at = from + article.end();
        }
        return at;
    }

    /** "Selin Demir (Muhasebe Muduru)": several capitalised words in brackets after a name are a title in whatever language. */
    private static Optional<Span> bracket(String text, Statement statement, NewPerson person) {
        var match = BRACKET.matcher(text)
                .region(person.span().end(), statement.span().end());
        if (!match.lookingAt()) {
            return Optional.empty();
        }
        var span = new Span(match.start(1), match.end(1));
        boolean company =
                statement.companies.stream().anyMatch(mention -> mention.span().overlaps(span));
        return company ? Optional.empty() : Optional.of(span);
    }

    private static final Pattern BRACKET = Pattern.compile("\\s?\\((\\p{Lu}[\\p{L}&'’-]+(?: [\\p{L}&'’-]+){1,4})[,)]");
    private static final Pattern CALLED = Pattern.compile(
            "(?: (?:is|is called|is named|called|named|heisst|heist|ist|se llama|s'appelle|est|es|si chiama|chama-se|se chama|e|heet|"
                    + "is nu|er|ar|heter|hedder))(?: now| jetzt| nun| ahora| agora)? (?:a |o |la |el |die |der )?$");
    private static final Pattern OF_COMPANY =
            Pattern.compile(" (?:of|at|for|de|del|du|da|do|di|bei|von|chez|en|em|@)(?: the| la| le| el| der)? ?$");
    private static final Pattern ARTICLE = Pattern.compile(
            "\\b(?:the|their|our|his|her|new|der|die|das|ihr\\w*|neue\\w*|le|la|les|leur|sa|son|nouve\\w+|el|su|nuev[oa]|o|a|seu|sua|"
                    + "nov[oa]|il|lo|ny|\\p{L}+'s) ");

    private static Optional<Span> said(String text, Statement statement, NewPerson person) {
        int at = person.span().end();
        var said = SAID.matcher(statement.between(at, scope(statement, person).end()));
        if (!said.find()) {
            return Optional.empty();
        }
        var stop = STOP.matcher(said.group(1));
        int length = stop.find() ? stop.start() : said.group(1).length();
        return JobTitles.in(text, new Span(at + said.start(1), at + said.start(1) + length));
    }

    private static final Pattern INTRO = Pattern.compile(
            "^(?: is| as| ist| est| es| e|,| -| /|:| \\(|\\()*(?: (?:now |officially |our |their |the |new |"
                    + "unser[e]? |neue[r]? |der |die |la |le |el |nossa |notre ))*\\s*");
    private static final Pattern STOP = Pattern.compile("[,;.()]| and | und | et | y | e | who | at ");

    private static java.util.List<Span> parts(String text, int from, int to) {
        var out = new java.util.ArrayList<Span>();
        int start = from;
        for (int i = from; i <= to; i++) {
            boolean dash = i < to
                    && text.charAt(i) == ' '
                    && i + 2 < to
                    && "-–—/|".indexOf(text.charAt(i + 1)) >= 0
                    && text.charAt(i + 2) == ' ';
            boolean joint = i < to
                    && (text.startsWith(" and ", i)
                            || text.startsWith(" und ", i)
                            || text.startsWith(" who ", i)
                            || text.startsWith(" from ", i)
                            || text.startsWith(" at ", i)
                            || text.startsWith(" is ", i)
                            || text.startsWith(" takes ", i)
                            || text.startsWith(" will ", i));
            if (i == to || ",;()".indexOf(text.charAt(i)) >= 0 || dash || joint) {
                if (i > start) {
                    out.add(new Span(start, i));
                }
                start = i + 1;
            }
        }
        return out;
    }

    /** The address that bears the name, or the only one beside it; it may stand in the next statement. */
    private static Optional<Found> near(Reading reading, Statement statement, NewPerson person) {
        var surname = dev.windrose.llm.language.Fold.words(
                person.name().substring(person.name().lastIndexOf(' ') + 1));
        var first = dev.windrose.llm.language.Fold.words(
                person.name().substring(0, person.name().indexOf(' ')));
        var next = reading.statements.indexOf(statement) + 1;
        var mails = new java.util.ArrayList<>(statement.mails);
        if (next < reading.statements.size()) {
            mails.addAll(reading.statements.get(next).mails);
        }
        reading.parts.stream()
                .filter(part -> part.kind() == Part.Kind.HEADER)
                .forEach(part -> dev.windrose.llm.language.Emails.in(part.span().of(reading.text()))
                        .forEach(found -> mails.add(
                                new Found(found.span().shifted(part.span().start()), found.value()))));
        var named = mails.stream()
                .filter(mail -> bears(mail.value(), first, surname))
                .findFirst();
        boolean only = statement.strangers.size() == 1 && statement.mails.size() == 1 && statement.contacts.isEmpty();
        return named.or(() -> only ? Optional.of(statement.mails.getFirst()) : Optional.empty());
    }

    static boolean bears(String mail, String first, String surname) {
        var local = mail.substring(0, mail.indexOf('@'));
        var plain = local.replaceAll("[^a-z]", "");
        boolean whole = surname.length() > 2 && plain.contains(surname.replace(" ", ""))
                || first.length() > 2 && plain.contains(first.replace(" ", ""));
        var german = surname.replace("ss", "s");
        return whole
                || german.length() > 3
                        && plain.replace("oe", "o")
                                .replace("ue", "u")
                                .replace("ae", "a")
                                .replace("ss", "s")
                                .contains(german);
    }
}
