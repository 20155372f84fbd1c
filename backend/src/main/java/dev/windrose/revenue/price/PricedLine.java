package dev.windrose.revenue.price;

import java.math.BigDecimal;

/**
 * So many units at one line of the price book.
 *
 * @param quantity units at this price
 * @param listAmount quantity by list price, for the time that the price is for
 * @param termPercent what the term takes off
 * @param discountPercent what is given beyond
 * @param unitPrice after both
 * @param amount for the time that the price is for: a month, a year or once
 */
public record PricedLine(
        PriceEntry entry,
        int quantity,
        BigDecimal listAmount,
        BigDecimal termPercent,
        BigDecimal discountPercent,
        BigDecimal unitPrice,
        BigDecimal amount) {}
