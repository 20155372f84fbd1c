/** Alerts: records for which a condition begins to hold. */
@NullMarked
package dev.windrose.integrations.alert;

import org.jspecify.annotations.NullMarked;
