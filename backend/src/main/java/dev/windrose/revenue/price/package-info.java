/** What something costs, reckoned from the price book, and what policies say of the terms. Every figure names the lines and clauses it comes from. */
@NamedInterface("price")
@NullMarked
package dev.windrose.revenue.price;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
