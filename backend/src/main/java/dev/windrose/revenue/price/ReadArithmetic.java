package dev.windrose.revenue.price;

import dev.windrose.context.policy.LivePolicy;
import dev.windrose.llm.language.Fold;
import dev.windrose.revenue.price.QuoteArithmetic.Clause;
import dev.windrose.revenue.price.QuoteArithmetic.DiscountOf;
import dev.windrose.revenue.price.QuoteArithmetic.Rounded;
import dev.windrose.revenue.price.QuoteArithmetic.Tiers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads out of policies how a quote is reckoned. A policy is about that if it speaks of at least two parts of it. */
final class ReadArithmetic {

    private static final Pattern TIER = Pattern.compile(
            "\\b(?:quantity|volume|tiers?|bands?|brackets?|staffel\\w*|mengen\\w*|paliers?|tramos?|escalon\\w*)\\b");
    private static final Pattern OWN_BAND = Pattern.compile("\\b(?:graduated|marginal|progressive)\\b"
            + "|\\b(?:only|just) (?:to |for )?(?:the )?units\\b|\\bunits (?:with)?in (?:each|a|that|its|the) (?:own )?(?:tier|band|bracket)"
            + "|\\b(?:its|their) own (?:tier|band|bracket)|\\beach unit (?:at|has|is charged)[^.]*(?:tier|band|bracket)"
            + "|\\bnur (?:fur )?die (?:einheiten|stuck)|\\bjeweilige[nr]? staffel|\\bpar tranche|\\bpor tramos?\\b");
    private static final Pattern TERM = Pattern.compile(
            "(\\d{1,3})[ -]*(?:months?|monate\\w*|mois|meses)\\b[^.;%\\d]{0,40}?(\\d{1,2}(?:[.,]\\d+)?) ?(?:%|percent|prozent|pour ?cent|por ?ciento)");
    private static final Pattern DISCOUNT =
            Pattern.compile("\\b(?:discounts?|rebates?|rabatt\\w*|nachlass\\w*|nachlasse\\w*|remises?|descuentos?)\\b");
    private static final Pattern OF_REST = Pattern.compile(
            "what (?:then )?remains|what is left|remainder|remaining|after (?:the |that |any )?(?:term|reduction)|reduced (?:price|amount)|"
                    + "vom rest|verbleib|danach|ce qui reste|du reste|apres (?:la )?reduction|lo que queda|del resto");
    private static final Pattern OF_LIST = Pattern.compile(
            "\\badded\\b|\\badd up\\b|\\bsummed\\b|\\bsum of\\b|(?:of|from|off|on) (?:the )?list(?: price)?\\b|addier|vom listenpreis|"
                    + "s'additionn|additionn|du prix (?:de )?liste|prix catalogue|se suman|del precio de lista");
    private static final Pattern ONCE = Pattern.compile(
            "\\b(?:once|one[- ]off|one[- ]time|hardware|set[- ]?up|installation|onboarding|einmal\\w*|gerate|unique|une fois|una vez|unico)\\b");
    private static final Pattern AT_LIST = Pattern.compile(
            "at list|list price|without (?:any )?(?:reduction|discount)|no (?:reduction|discount)|not (?:reduced|discounted)|never (?:reduced|discounted)|"
                    + "zum listenpreis|ohne (?:rabatt|abzug|nachlass|reduktion)|sans (?:reduction|remise)|prix (?:de )?liste|sin (?:descuento|reduccion)");
    private static final Pattern ROUND =
            Pattern.compile("\\b(?:round\\w*|gerundet|aufgerundet|abgerundet|arrondi\\w*|redonde\\w*)\\b");
    private static final Pattern WHOLE = Pattern.compile(
            "(?:whole|full|nearest|next|ganze[nr]?|volle[nr]?|entier|entero)(?: \\w+)? ?(?:euros?|pounds?|dollars?|francs?|franken|units?)?\\b");
    private static final Pattern CENT = Pattern.compile(
            "\\b(?:cents?|penn(?:y|ies)|pence|rappen|centimes?|centimos?|(?:two|2) (?:decimals?|places|digits)|zwei (?:stellen|nachkomma\\w*)|hundredth)\\b");
    private static final Pattern EACH_UNIT = Pattern.compile(
            "\\b(?:unit price|price (?:of|per) (?:a |each |one )?unit|each unit|per unit|stuckpreis|einzelpreis|prix unitaire|precio unitario)\\b");
    private static final Pattern DOWN =
            Pattern.compile("round\\w* down|down to|abgerundet|arrondi\\w* (?:a l')?inferieur|hacia abajo");
    private static final Pattern UP =
            Pattern.compile("round\\w* up|up to the next|aufgerundet|arrondi\\w* (?:a l'|au )?superieur|hacia arriba");

    private int parts;
    private Tiers tiers = QuoteArithmetic.USUAL.tiers();
    private DiscountOf discountOf = QuoteArithmetic.USUAL.discountOf();
    private boolean onceAtList;
    private int scale = QuoteArithmetic.USUAL.scale();
    private RoundingMode rounding = QuoteArithmetic.USUAL.rounding();
    private Rounded rounded = QuoteArithmetic.USUAL.rounded();
    private final TreeMap<Integer, BigDecimal> steps = new TreeMap<>();

    private ReadArithmetic() {}

    /** @return as usual where no policy says anything */
    static QuoteArithmetic of(Collection<LivePolicy> policies) {
        record Read(LivePolicy policy, ReadArithmetic parts) {}
        return policies.stream()
                .map(policy -> new Read(policy, read(policy.clause())))
                .filter(read -> read.parts().parts > 1)
                .max(Comparator.comparingInt(read -> read.parts().parts))
                .map(read -> read.parts()
                        .arithmetic(new Clause(
                                read.policy().id().value(),
                                read.policy().title(),
                                read.policy().clause())))
                .orElse(QuoteArithmetic.USUAL);
    }

    static QuoteArithmetic of(String clause) {
        var read = read(clause);
        return read.parts > 1 ? read.arithmetic(null) : QuoteArithmetic.USUAL;
    }

    private static ReadArithmetic read(String clause) {
        var read = new ReadArithmetic();
        for (var sentence : sentences(Fold.inPlace(clause))) {
            read.sentence(sentence);
        }
        return read;
    }

    private static List<String> sentences(String text) {
        return List.of(text.split("(?<=[^\\d])[.;!?](?:\\s+|$)|(?<=\\d)[.;](?:\\s+|$)"));
    }

    private void sentence(String sentence) {
        boolean rounds = ROUND.matcher(sentence).find();
        if (rounds) {
            rounding(sentence);
        }
        if (!rounds
                && TIER.matcher(sentence).find()
                && sentence.matches("(?s).*\\b(?:price|unit|preis|prix|precio).*")) {
            parts++;
            if (OWN_BAND.matcher(sentence).find()) {
                tiers = Tiers.OWN_BAND;
            }
        }
        var term = TERM.matcher(sentence);
        boolean stepped = false;
        while (term.find()) {
            stepped = true;
            steps.put(
                    Integer.valueOf(term.group(1)), new BigDecimal(term.group(2).replace(',', '.')));
        }
        // "36 months 10 %" after the first step is read by the same pattern.
        parts += stepped ? 1 : 0;
        boolean once = ONCE.matcher(sentence).find();
        if (once && AT_LIST.matcher(sentence).find()) {
            parts++;
            onceAtList = true;
        } else if (!rounds && DISCOUNT.matcher(sentence).find()) {
            discount(sentence);
        }
    }

    private void discount(String sentence) {
        if (OF_REST.matcher(sentence).find()) {
            parts++;
            discountOf = DiscountOf.REMAINDER;
        } else if (OF_LIST.matcher(sentence).find()) {
            parts++;
            discountOf = DiscountOf.LIST;
        }
    }

    private void rounding(String sentence) {
        parts++;
        scale = CENT.matcher(sentence).find() || !WHOLE.matcher(sentence).find() ? 2 : 0;
        rounding = DOWN.matcher(sentence).find()
                ? RoundingMode.DOWN
                : UP.matcher(sentence).find() ? RoundingMode.UP : RoundingMode.HALF_UP;
        if (EACH_UNIT.matcher(sentence).find()) {
            rounded = Rounded.EACH_UNIT;
        }
    }

    private QuoteArithmetic arithmetic(@Nullable Clause clause) {
        return new QuoteArithmetic(tiers, discountOf, onceAtList, scale, rounding, rounded, steps, clause);
    }
}
