#include "document/accent.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { DIGITS = 6, WHOLE = 100 };

/* How much light one of red, green and blue gives, by the definition of sRGB. */
static double light_of(unsigned char part)
{
	double value = part / 255.0;
	return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

double accent_contrast(struct accent accent)
{
	double luminance = 0.2126 * light_of(accent.red) + 0.7152 * light_of(accent.green) +
	                   0.0722 * light_of(accent.blue);
	return 1.05 / (luminance + 0.05);
}

struct accent accent_darker(struct accent accent, int percent)
{
	accent.red = (unsigned char)(accent.red * percent / WHOLE);
	accent.green = (unsigned char)(accent.green * percent / WHOLE);
	accent.blue = (unsigned char)(accent.blue * percent / WHOLE);
	return accent;
}

/* The nearest of the same hue on which white text can be read: black at the last. */
static struct accent dark_enough(struct accent accent)
{
	int percent = WHOLE;
	while (percent > 0 &&
	       accent_contrast(accent_darker(accent, percent)) < ACCENT_LEAST_CONTRAST)
		percent--;
	return accent_darker(accent, percent);
}

static bool is_colour(const char *text)
{
	if (text[0] != '#' || strlen(text) != 1 + DIGITS)
		return false;
	for (const char *at = text + 1; *at != '\0'; at++)
		if (!isxdigit((unsigned char)*at))
			return false;
	return true;
}

struct accent accent_read(const struct value *value, struct faults *faults)
{
	struct accent accent = {.given = true};
	if (value->text == NULL)
		return (struct accent){.given = false};
	if (!is_colour(value->text)) {
		fault_add(
			faults, "accent-colour", value->place,
			"`accent: %.60s` is not a colour ragtrail can read; write six digits behind "
			"`#`, in quotes, such as `\"#1a65a6\"`",
			value->text);
		return (struct accent){.given = false};
	}
	unsigned long number = strtoul(value->text + 1, NULL, 16);
	accent.red = (unsigned char)(number >> 16 & 0xff);
	accent.green = (unsigned char)(number >> 8 & 0xff);
	accent.blue = (unsigned char)(number & 0xff);
	double contrast = accent_contrast(accent);
	if (contrast >= ACCENT_LEAST_CONTRAST)
		return accent;
	struct accent darker = dark_enough(accent);
	fault_add(faults, "accent-colour", value->place,
	          "white text on `%s` has a contrast of %.2f to 1, and needs %.1f to 1 to be read; "
	          "take a darker colour, such as `\"#%02x%02x%02x\"`",
	          value->text, floor(contrast * WHOLE) / WHOLE, ACCENT_LEAST_CONTRAST, darker.red,
	          darker.green, darker.blue);
	return (struct accent){.given = false};
}
