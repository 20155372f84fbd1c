/** What the generated description of the API says besides the controllers. */
@NullMarked
package dev.windrose.api.openapi;

import org.jspecify.annotations.NullMarked;
