/** Prices and quotes asked for in words and by tools. Every figure comes from {@code revenue.price}; nothing is reckoned here. */
@NullMarked
package dev.windrose.agents.price;

import org.jspecify.annotations.NullMarked;
