package dev.windrose.context.claim;

import dev.windrose.llm.language.Fold;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether the names of a claim are the names of an entry. */
final class CheckNames {

    private static final double FITS = 0.3;
    private static final double CLEARLY = 0.6;
    private static final double NEARER = 0.2;

    private static final Map<String, String> ALIASES = Map.of(
            "us", "united states",
            "usa", "united states",
            "united states", "us,usa",
            "uk", "united kingdom,great britain",
            "united kingdom", "uk,great britain",
            "great britain", "uk,united kingdom",
            "eu", "european union",
            "european union", "eu");
    /** A list that names some of many. */
    private static final Pattern OPEN = Pattern.compile(
            "\\b(?:among (?:them|others)|such as|including|for (?:example|instance)|and (?:others|more)|unter anderem|zum beispiel)\\b");

    private final Known known;
    private final Shelf shelf;
    private final List<String> companies;
    /** Whom the whole entry is about. */
    private final List<String> subjects;
    /** The entry tells of a rival, not of us. */
    private final boolean rival;

    CheckNames(Known known, Shelf shelf) {
        this.known = known;
        this.shelf = shelf;
        this.companies = new ArrayList<>(known.companiesIn(shelf.folded()));
        this.subjects = new ArrayList<>(known.companiesIn(shelf.source().title()));
        this.rival = shelf.source().kind().equals("battle_card");
        var customer = shelf.source().customer();
        if (customer != null) {
            var name = known.company(customer).orElse(customer);
            companies.add(name);
            subjects.add(name);
        }
    }

    /** Names that the entry does not know. */
    List<Names.Name> strange(ClaimText claim) {
        return claim.names().stream().filter(name -> !knows(name)).toList();
    }

    /** Names that the entry says, but not of this: the sentence that fits far better names another. */
    List<Names.Name> elsewhere(ClaimText claim, List<LayBeside.Score> scores) {
        int best = 0;
        for (int i = 1; i < scores.size(); i++) {
            best = scores.get(i).words() > scores.get(best).words() ? i : best;
        }
        var statement = shelf.statements().get(best);
        double fits = scores.get(best).words();
        if (fits < CLEARLY || claim.names().isEmpty() || !names(statement, claim)) {
            return List.of();
        }
        return claim.names().stream()
                .filter(name -> !known.knows(name.written()) && said(name.folded()))
                .filter(name -> !mentions(statement, name) && said(name, scores) < fits - NEARER)
                .toList();
    }

    private double said(Names.Name name, List<LayBeside.Score> scores) {
        double most = 0;
        for (int i = 0; i < scores.size(); i++) {
            most = mentions(shelf.statements().get(i), name)
                    ? Math.max(most, scores.get(i).words())
                    : most;
        }
        return most;
    }

    private static boolean mentions(Statement statement, Names.Name name) {
        return (" " + Fold.words(statement.text()) + " ").contains(" " + name.folded() + " ");
    }

    private boolean knows(Names.Name name) {
        var company = known.company(name.written());
        if (company.isPresent()) {
            return companies.contains(company.get());
        }
        var rest = " " + name.folded() + " ";
        for (var own : known.products()) {
            rest = rest.replace(" " + Fold.words(own) + " ", " ");
        }
        rest = rest.replace(" " + Fold.words(known.own()) + " ", " ").strip();
        return rest.isEmpty()
                || said(rest)
                || Set.of(ALIASES.getOrDefault(rest, "-").split(",")).stream().anyMatch(this::said)
                || rest.endsWith("s") && said(rest.substring(0, rest.length() - 1));
    }

    private boolean said(String name) {
        return shelf.folded().contains(" " + name + " ");
    }

    /** A sentence that fits names something else of the kind: another place, institute, language; or the whole entry is about somebody else. */
    boolean others(ClaimText claim, List<LayBeside.Score> scores) {
        if (!subjects.isEmpty()) {
            return true;
        }
        for (int i = 0; i < scores.size(); i++) {
            if (scores.get(i).words() >= FITS && names(shelf.statements().get(i), claim)) {
                return true;
            }
        }
        return false;
    }

    private boolean names(Statement statement, ClaimText claim) {
        return !OPEN.matcher(Fold.inPlace(statement.text())).find()
                && Names.in(statement.text(), known, false).stream()
                        .anyMatch(name -> !known.knows(name.written())
                                && claim.names().stream()
                                        .noneMatch(one -> one.folded().equals(name.folded())));
    }

    /** The claim names customers, and the entry tells of others. */
    boolean otherCustomer(ClaimText claim) {
        if (rival) {
            return claim.names().stream().noneMatch(name -> said(name.folded()));
        }
        if (!claim.companies().isEmpty()) {
            return claim.companies().stream().noneMatch(companies::contains);
        }
        return !subjects.isEmpty()
                && claim.earlier().stream().anyMatch(known.companies()::containsValue)
                && claim.earlier().stream().noneMatch(companies::contains);
    }

    /** The entry tells of one customer, the claim of nobody or of all. */
    boolean unnamedCustomer(ClaimText claim) {
        return !subjects.isEmpty()
                && claim.companies().isEmpty()
                && claim.earlier().stream().noneMatch(subjects::contains)
                && claim.names().stream().noneMatch(name -> !known.knows(name.written()));
    }

    /** The claim is about a product that the entry does not speak of. */
    boolean otherProduct(ClaimText claim) {
        var products = shelf.source().products();
        return !claim.products().isEmpty()
                && !products.isEmpty()
                && claim.products().stream().noneMatch(products::contains)
                && claim.products().stream().noneMatch(product -> said(Fold.words(product)));
    }
}
