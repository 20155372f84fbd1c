package dev.windrose.context.transfer;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a company is asked to begin with. Each answer becomes entries. */
public enum SetupQuestion {
    COMPANY(
            "Who are you, and what does your company do?",
            "Two or three sentences, as you would tell it to somebody you meet.",
            "We are a bakery for restaurants. We began with one oven and one chef who wanted better bread."),
    PRODUCT(
            "What do you sell?",
            "The name of your main product first, then what it is.",
            "Daily Loaf: fresh bread for restaurants, delivered before eight."),
    PROBLEM(
            "Which problem do your customers have?",
            "In their words, before they met you.",
            "Bread arrives when the first guests already sit."),
    CHANGE(
            "What has changed, so that it is solved now?",
            "Why not five years ago, why not in another way.",
            "Ovens can be filled overnight, so nobody has to choose between fresh and early."),
    HEADLINE(
            "What do you say in one sentence?",
            "The sentence that stands at the top of your page.",
            "Fresh bread before the first guest"),
    VALUE(
            "What are the two or three best reasons to buy it?",
            "One on a line. They stand below your sentence.",
            "On the table before eight\nOrdered until midnight"),
    IDEAL_CUSTOMER(
            "Who is your ideal customer?",
            "Kind of company, size, place, and by what you know them.",
            "Restaurants with breakfast, 30 seats and more, within an hour of the oven."),
    DISCOUNTS(
            "Who may give a discount, and how much?",
            "As you would tell it to a new colleague. You see at once what is enforced.",
            "Discount above 15 % needs the sales lead, above 30 % the CFO."),
    REFUNDS(
            "What do you refund or guarantee?",
            "Within which time, up to which amount, and who decides.",
            "Refunds above 500 EUR need finance."),
    TONE(
            "How do you sound, and how not?",
            "One on a line. What begins with “not”, “no” or “never” is what you avoid.",
            "Plain and warm\nShort sentences\nNever loud");

    private final String text;
    private final String help;
    private final String example;

    SetupQuestion(String text, String help, String example) {
        this.text = text;
        this.help = help;
        this.example = example;
    }

    public String text() {
        return text;
    }

    public String help() {
        return help;
    }

    public String example() {
        return example;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<SetupQuestion> of(String wire) {
        return Stream.of(values()).filter(one -> one.wire().equals(wire)).findFirst();
    }
}
