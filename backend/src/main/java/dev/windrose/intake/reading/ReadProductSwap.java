package dev.windrose.intake.reading;

import java.util.Optional;
import java.util.regex.Pattern;

/** "They want the one, not the other": the deal was set up with the wrong product. */
final class ReadProductSwap implements Grammar {

    private static final Pattern INSTEAD = Pattern.compile(
            "\\b(?:not|instead of|rather than|in place of|nicht|statt|anstatt|anstelle(?: von)?|pas|no|au lieu d[eu]|"
                    + "a la place d[eu]|en vez del?|en lugar del?|em vez d[eoa]|em lugar d[eoa]|ao inves d[eoa]|invece di|in plaats van|"
                    + "istedenfor|i stedet for)\\s*(?:the |la |le |el |o |a )?$");

    @Override
    public void read(Reading reading) {
        if (reading.message.fromOutside()) {
            return;
        }
        for (var statement : reading.statements) {
            if (statement.company == null || statement.products.size() < 2 || !statement.firm()) {
                continue;
            }
            var wrong = statement.products.stream()
                    .filter(product -> INSTEAD.matcher(statement.before(product.span(), 16))
                            .find())
                    .findFirst();
            var right = statement.products.stream()
                    .filter(product -> wrong.isPresent()
                            && !product.record().sameAs(wrong.get().record()))
                    .findFirst();
            if (wrong.isEmpty() || right.isEmpty()) {
                continue;
            }
            var deals = reading.of(statement.company, "deal").stream()
                    .filter(deal -> wrong.get().record().name().equals(deal.text("product")))
                    .toList();
            boolean taken = reading.of(statement.company, "deal").stream()
                    .anyMatch(deal -> right.get().record().name().equals(deal.text("product")));
            Optional.of(deals).filter(found -> found.size() == 1 && !taken).ifPresent(found -> reading.update(
                            found.getFirst(), statement.span())
                    .set(
                            "product",
                            right.get().record().name(),
                            reading.evidence(right.get().span()),
                            0.85));
        }
    }
}
