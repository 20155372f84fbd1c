package dev.windrose.revenue.price;

import java.util.List;

/** What comes of wanting a quote. */
public sealed interface OfferAnswer {

    record Made(Offer offer) implements OfferAnswer {}

    /** There is no such price. */
    record NoPrice(String why) implements OfferAnswer {}

    /** Something is open that only whoever asks can say. */
    record Open(String question, List<String> choices) implements OfferAnswer {

        public Open {
            choices = List.copyOf(choices);
        }
    }
}
