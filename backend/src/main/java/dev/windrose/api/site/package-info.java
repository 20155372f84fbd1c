/** Serves the static export of the web application: placeholder pages, cache and security headers. */
@NullMarked
package dev.windrose.api.site;

import org.jspecify.annotations.NullMarked;
