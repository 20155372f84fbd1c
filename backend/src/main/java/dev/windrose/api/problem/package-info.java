/** The one place where errors become problem details (RFC 9457). */
@NullMarked
package dev.windrose.api.problem;

import org.jspecify.annotations.NullMarked;
