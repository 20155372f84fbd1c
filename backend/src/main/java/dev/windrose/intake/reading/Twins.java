package dev.windrose.intake.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** "A and B both signed" says it of A and of B. */
final class Twins {

    private static final Pattern JOINED = Pattern.compile(
            "[ ,]*(?:,|and|&|\\+|/|und|et|y|e|sowie|as well as|plus|and also|en|ed)[ ]*(?:the |also |das |le |la |el |o |a )?");

    private Twins() {}

    static List<Statement> of(Statement statement) {
        var companies = joined(statement, statement.companies);
        boolean several = companies.size() > 1
                && statement.company != null
                && companies.stream().anyMatch(mention -> mention.record().sameAs(statement.company));
        var out = new ArrayList<Statement>();
        if (several) {
            companies.stream()
                    .filter(mention -> !mention.record().sameAs(statement.company))
                    .forEach(mention -> {
                        var twin = copy(statement);
                        twin.companies.clear();
                        twin.companies.add(mention);
                        twin.company = mention.record();
                        out.add(twin);
                    });
            return out;
        }
        var products = joined(statement, statement.products);
        if (products.size() > 1) {
            products.stream().skip(1).forEach(mention -> {
                var twin = copy(statement);
                twin.products.clear();
                twin.products.add(mention);
                out.add(twin);
            });
        }
        return out;
    }

    /** Names of several records with nothing but "and" between them. */
    private static List<Mention> joined(Statement statement, List<Mention> mentions) {
        var out = new ArrayList<Mention>();
        for (var mention : mentions) {
            if (!mention.clear()
                    || out.stream().anyMatch(other -> other.record().sameAs(mention.record()))) {
                continue;
            }
            boolean first = out.isEmpty();
            if (first
                    || JOINED.matcher(statement.between(
                                    out.getLast().span().end(), mention.span().start()))
                            .matches()) {
                out.add(mention);
            }
        }
        return out;
    }

    private static Statement copy(Statement from) {
        var twin = new Statement(from);
        twin.company = from.company;
        return twin;
    }
}
