/*
 * The words that tell a note from an action, for the rule mitigation-no-action: seen by
 * mitigation.c alone. Every list ends with NULL.
 */
#ifndef CANDOUR_MITIGATION_WORDS_H
#define CANDOUR_MITIGATION_WORDS_H

extern const char *const mitigation_hopes[],
	*const mitigation_shrugs[],
		*const mitigation_intents[],
			*const mitigation_actions[],
				*const mitigation_no_actions[],
					*const mitigation_existence[],
						*const mitigation_done[],
							*const mitigation_states[],
								*const mitigation_standing[],
									*const mitigation_seeming[],
										*const mitigation_coming[],
											*const mitigation_possessed[],
												*const mitigation_joints[],
													*const mitigation_imperatives
														[];

#endif
