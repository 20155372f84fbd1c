/** Filters before every request: request id, size limit, security headers, who is it. */
@NullMarked
package dev.windrose.api.security;

import org.jspecify.annotations.NullMarked;
