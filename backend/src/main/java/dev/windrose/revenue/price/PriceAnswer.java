package dev.windrose.revenue.price;

import java.util.List;

/** What comes of asking for a price. */
public sealed interface PriceAnswer {

    record Found(Priced priced) implements PriceAnswer {}

    /** @param why in one sentence, with what there is instead */
    record None(String why, List<PriceEntry> near) implements PriceAnswer {

        public None {
            near = List.copyOf(near);
        }
    }

    /** Several lines hold, and only a tier tells them apart. */
    record WhichTier(List<String> tiers) implements PriceAnswer {

        public WhichTier {
            tiers = List.copyOf(tiers);
        }
    }
}
