package dev.windrose.intake.reading;

import dev.windrose.intake.names.Diminutives;
import dev.windrose.intake.names.KnownRecord;
import dev.windrose.intake.names.NameEntry;
import dev.windrose.llm.language.PersonNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says which account each statement is about, and finds its people by their short names. */
final class Focus {

    private static final Pattern EMPLOYER = Pattern.compile(
            "(?:\\b(?:started|starts|joined|joins|joining|moved|moves|went|gone|goes|left for|works|working|job|"
                    + "now|ex|formerly|previously|came)\\b[^,.;]{0,18}\\b(?:at|to|with|from|for|joined|joining) ?|"
                    + "\\bjoin(?:ed|s|ing) |\\bex-?)$");

    private static final Pattern THEY = Pattern.compile(
            "^\\W*(?:and |but |so |also |now )?(?:they|they're|they've|he|she|it|both|sie|ils|elles|ellos|ellas|eles|elas|loro|zij|de)\\b");

    /** Who sent them to us is not who is spoken of. */
    private static final Pattern REFERRER = Pattern.compile(
            "\\b(?:(?:referred|recommended|introduced|sent|passed on)(?: to us)? by|(?:referral|recommendation|introduction|"
                    + "intro) (?:from|by|via)|"
                    + "empfohlen (?:von|durch)|(?:auf )?empfehlung (?:von|durch|der|des)|vermittelt (?:von|durch)|recommandee?s? par|"
                    + "adressee?s? par|sur recommandation d[eu]|"
                    + "(?:recomendad|referid|derivad|indicad)[oa]s? (?:por|pel[oa])|recomendacion de|indicacao d[aeo]|"
                    + "segnalat[oa] da|consigliat[oa] da) (?:the |our |der |die |den |das |la |le |el |os? |as? |l')?$");

    /** Outsiders who say "we" speak of their own house again. */
    private static final Pattern WE = Pattern.compile(
            "\\b(?:we|we're|we've|we'd|we'll|our|us|wir|unser\\w*|uns|nous|notre|nos|nosotros|nuestr\\w+|nossa|nosso|a gente|noi|"
                    + "nostr[oa]|wij|onze|ons|vi|var|vare)\\b");

    private final Reading reading;

    private final FindMentions names;
    private final List<Mention> mentions;

    Focus(Reading reading, FindMentions names, List<Mention> mentions) {
        this.reading = reading;
        this.names = names;
        this.mentions = mentions;
    }

    void set() {
        settleDoubts();
        shortNames();
        var only = only();
        var sender = sender();
        @Nullable KnownRecord current = null;
        @Nullable Mention doubt = null;
        @Nullable Mention several = null;
        for (var statement : reading.statements) {
            var own = own(statement);
            if (own.isPresent()) {
                current = own.get();
                doubt = null;
                several = several(statement);
            } else if (!subject(statement).isEmpty()) {
                doubt = subject(statement).getFirst();
                current = null;
            } else if (several != null && statement.has(THEY)) {
                doubt = several;
                current = null;
            } else if (unclear(statement, current).isPresent()) {
                doubt = unclear(statement, current).orElseThrow();
                current = null;
            } else if (sender != null && outsider(statement)) {
                current = null;
                several = null;
            }
            if (reading.message.fromOutside()
                    && sender != null
                    && subject(statement).isEmpty()
                    && statement.has(WE)) {
                current = sender;
                doubt = null;
            }
            statement.company = current != null ? current : doubt == null ? fallback(statement, only, sender) : null;
            statement.doubtful = current == null ? doubt : null;
        }
    }

    /** Whoever writes from outside speaks of their own house again where nobody else is named. */
    private boolean outsider(Statement statement) {
        return reading.message.fromOutside() && statement.part.kind() == Part.Kind.OWN && !statement.has(THEY);
    }

    /** Two accounts named together: who "they" are in the next sentence is open. */
    private @Nullable Mention several(Statement statement) {
        var named = subject(statement).stream()
                .filter(Mention::clear)
                .map(Mention::record)
                .distinct()
                .toList();
        return named.size() > 1 && statement.products.isEmpty()
                ? new Mention(statement.companies.getFirst().span(), named, true)
                : null;
    }

    /** A first name that people of several accounts bear, none of them the account spoken of. */
    private Optional<Mention> unclear(Statement statement, @Nullable KnownRecord current) {
        return statement.contacts.stream()
                .filter(mention -> !mention.clear())
                .filter(mention -> current == null
                        || mention.candidates().stream()
                                .noneMatch(contact -> current.id().equals(contact.companyId())))
                .findFirst();
    }

    private @Nullable KnownRecord fallback(
            Statement statement, @Nullable KnownRecord only, @Nullable KnownRecord sender) {
        if (statement.part.contact() != null) {
            var company = reading.companyOf(statement.part.contact());
            if (company.isPresent()) {
                return company.get();
            }
        }
        if (reading.message.fromOutside() && sender != null) {
            return sender;
        }
        if (only != null) {
            return only;
        }
        if (sender != null) {
            return sender;
        }
        var view = reading.message.view();
        var earlier = reading.message.earlier();
        return view != null ? reading.companyOf(view).orElse(null) : earlier != null ? earlier.company() : null;
    }

    /** Companies named as the subject, not as somebody's employer or as where somebody went. */
    private List<Mention> subject(Statement statement) {
        return statement.companies.stream()
                .filter(mention ->
                        !REFERRER.matcher(statement.before(mention.span(), 40)).find())
                .filter(mention -> mention.record().id().startsWith(Reading.NEW)
                        || !EMPLOYER.matcher(statement.before(mention.span(), 30))
                                .find()
                        || statement.contacts.isEmpty())
                .toList();
    }

    private Optional<KnownRecord> own(Statement statement) {
        var named = subject(statement).stream()
                .filter(Mention::clear)
                .map(Mention::record)
                .findFirst();
        if (named.isPresent()) {
            return named;
        }
        return subject(statement).isEmpty()
                ? statement.contacts.stream()
                        .filter(mention -> mention.candidates().stream()
                                        .map(KnownRecord::companyId)
                                        .distinct()
                                        .count()
                                == 1)
                        .flatMap(mention -> reading.companyOf(mention.record()).stream())
                        .findFirst()
                : Optional.empty();
    }

    /** The one account that the whole message names. */
    private @Nullable KnownRecord only() {
        var found = reading.statements.stream()
                .flatMap(statement -> own(statement).stream())
                .distinct()
                .toList();
        return found.size() == 1 ? found.getFirst() : null;
    }

    /** The account of the outsider who wrote, or of whoever wrote the forwarded mail. */
    private @Nullable KnownRecord sender() {
        for (var part : reading.parts) {
            if (part.contact() != null && part.kind() != Part.Kind.QUOTED) {
                var company = reading.companyOf(part.contact());
                if (company.isPresent()) {
                    return company.get();
                }
            }
        }
        return reading.parts.stream()
                .filter(part -> part.kind() != Part.Kind.QUOTED)
                .map(Part::mail)
                .filter(Objects::nonNull)
                .flatMap(mail -> SenderCompany.of(reading.known, mail).stream())
                .findFirst()
                .orElse(null);
    }

    /** A short form that fits several accounts: the message's people, products and amounts say which is meant. */
    private void settleDoubts() {
        for (var statement : reading.statements) {
            statement.companies.replaceAll(mention -> mention.clear() ? mention : supposed(settled(mention)));
        }
    }

    private Mention supposed(Mention mention) {
        return reading.supposing && !mention.clear()
                ? new Mention(mention.span(), List.of(mention.record()), mention.whole())
                : mention;
    }

    private Mention settled(Mention mention) {
        var scores = new LinkedHashMap<KnownRecord, Integer>();
        for (var company : mention.candidates()) {
            scores.put(company, score(company, mention));
        }
        int best = scores.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        var winners = scores.entrySet().stream()
                .filter(entry -> entry.getValue() == best)
                .map(Map.Entry::getKey)
                .toList();
        boolean decided = best > 0 && winners.size() == 1;
        var view = reading.message.view();
        var seen = view == null ? null : reading.companyOf(view).orElse(null);
        if (!decided && seen != null && mention.candidates().contains(seen)) {
            return new Mention(mention.span(), List.of(seen), mention.whole());
        }
        return decided ? new Mention(mention.span(), winners, mention.whole()) : mention;
    }

    /** The doubtful word itself speaks for nobody, though somebody there may bear it too. */
    private int score(KnownRecord company, Mention doubtful) {
        var contacts =
                names.shortNames(reading.of(company, "contact"), doubtful.is("company") ? same(doubtful) : List.of());
        int score = contacts.size() * 3;
        boolean whole = reading.statements.stream()
                .flatMap(statement -> statement.companies.stream())
                .anyMatch(mention -> mention.clear() && mention.record().sameAs(company));
        score += whole ? 4 : 0;
        score += described(company, doubtful) ? 3 : 0;
        for (var deal : reading.of(company, "deal")) {
            boolean product = reading.statements.stream()
                    .flatMap(statement -> statement.products.stream())
                    .anyMatch(found -> found.record().name().equals(deal.text("product")));
            var amount = deal.number("deal_amount");
            boolean money = amount != null
                    && (ReplacedAmounts.names(dev.windrose.llm.language.Fold.inPlace(reading.text()), amount)
                            || reading.statements.stream()
                                    .flatMap(statement -> statement.moneys.stream())
                                    .anyMatch(found -> found.amount().compareTo(amount) == 0));
            score += (product ? 2 : 0) + (money ? 2 : 0);
        }
        return score;
    }

    /** Every place where the doubtful word stands. */
    private List<Mention> same(Mention doubtful) {
        var word = doubtful.span().of(reading.text());
        return mentions.stream()
                .filter(mention -> mention.span().of(reading.text()).equalsIgnoreCase(word))
                .toList();
    }

    /** "the dental one": another word of the name that stands somewhere in the text. */
    private boolean described(KnownRecord company, Mention doubtful) {
        var said = " " + dev.windrose.llm.language.Fold.words(doubtful.span().of(reading.text())) + " ";
        var text = " " + dev.windrose.llm.language.Fold.words(reading.text()) + " ";
        var words = NameEntry.words(company.name());
        return words.subList(Math.min(1, words.size()), words.size()).stream()
                .anyMatch(word ->
                        word.length() > 2 && !said.contains(" " + word + " ") && text.contains(" " + word + " "));
    }

    private void shortNames() {
        var accounts = new ArrayList<KnownRecord>();
        reading.statements.forEach(
                statement -> statement.companies.forEach(mention -> accounts.addAll(mention.candidates())));
        var sender = sender();
        if (sender != null) {
            accounts.add(sender);
        }
        if (reading.message.view() != null) {
            reading.companyOf(reading.message.view()).ifPresent(accounts::add);
        }
        if (reading.message.earlier() != null && reading.message.earlier().company() != null) {
            accounts.add(reading.message.earlier().company());
        }
        mentions.stream()
                .filter(mention -> mention.is("contact"))
                .forEach(mention -> reading.companyOf(mention.record()).ifPresent(accounts::add));
        var contacts = new ArrayList<KnownRecord>();
        var firstNames = new FirstNames(reading, statement -> subject(statement).isEmpty());
        accounts.stream().distinct().forEach(account -> contacts.addAll(reading.of(account, "contact")));
        if (accounts.isEmpty()) {
            contacts.addAll(firstNames.lonely());
        }
        bear(names.shortNames(contacts, mentions));
        bear(names.shortNames(firstNames.owners(), mentions));
        bear(names.shortNames(firstNames.strays(contacts), mentions));
    }

    private void bear(List<Mention> people) {
        for (var found : people) {
            reading.statements.stream()
                    .filter(statement -> statement.span().holds(found.span())
                            && !relative(found, statement)
                            && statement.contacts.stream()
                                    .noneMatch(other -> other.span().overlaps(found.span())))
                    .forEach(statement -> statement.contacts.add(supposed(narrowed(found, statement))));
        }
    }

    /** "His sister Ana Prado": the surname of a contact behind another first name is somebody else's. */
    private boolean relative(Mention found, Statement statement) {
        return PersonNames.in(reading.text(), statement.span()).stream()
                .filter(name -> name.end() == found.span().end()
                        && name.start() < found.span().start()
                        && name.start() > statement.span().start())
                .map(name -> NameEntry.words(name.of(reading.text())).getFirst())
                .filter(first -> !Words.common(first) && byLastName(found))
                .anyMatch(first -> found.candidates().stream().noneMatch(contact -> {
                    var known = NameEntry.words(contact.name()).getFirst();
                    return first.charAt(0) == known.charAt(0)
                            || Diminutives.of(first, known)
                            || Diminutives.of(known, first);
                }));
    }

    private boolean byLastName(Mention found) {
        var word = NameEntry.key(found.span().of(reading.text()));
        return found.candidates().stream()
                .map(contact -> NameEntry.words(contact.name()))
                .allMatch(
                        name -> name.getLast().equals(word) && !name.getFirst().equals(word));
    }

    private Mention narrowed(Mention found, Statement statement) {
        if (found.clear()) {
            return found;
        }
        var here = found.candidates().stream()
                .filter(contact -> statement.companies.stream()
                        .flatMap(company -> company.candidates().stream())
                        .anyMatch(company -> company.id().equals(contact.companyId())))
                .toList();
        if (here.size() == 1) {
            return new Mention(found.span(), here, false);
        }
        var candidates = here.isEmpty() ? found.candidates() : here;
        var described = candidates.stream()
                .filter(contact -> Described.titled(reading, contact, found, statement))
                .toList();
        if (described.size() == 1) {
            return new Mention(found.span(), described, false);
        }
        var housed = candidates.stream()
                .filter(contact -> Described.housed(contact, statement))
                .toList();
        if (housed.size() == 1) {
            return new Mention(found.span(), housed, false);
        }
        return byAccount(found, candidates);
    }

    /** What else the message names says whose account it is. */
    private Mention byAccount(Mention found, List<KnownRecord> candidates) {
        var accounts = candidates.stream()
                .flatMap(contact -> reading.companyOf(contact).stream())
                .distinct()
                .toList();
        if (accounts.size() > 1) {
            var likely = settled(new Mention(found.span(), accounts, false));
            if (likely.clear()) {
                return new Mention(
                        found.span(),
                        candidates.stream()
                                .filter(contact -> likely.record().id().equals(contact.companyId()))
                                .toList(),
                        false);
            }
        }
        return new Mention(found.span(), candidates, false);
    }
}
