/** REST of what the generic record API does not offer: timelines, account pages, customer states. */
@NullMarked
package dev.windrose.crm.web;

import org.jspecify.annotations.NullMarked;
