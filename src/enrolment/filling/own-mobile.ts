import { answerOf, isEmpty, type Answers } from '#src/shared/form.ts';

/**
 * On the page about the person who fills in, their own number is already written: it is the one they signed in with. Never
 * over an answer, and never the mother's number for the other guardian.
 */
export function withOwnMobile(step: string, answers: Answers, phone: string | null): Answers {
  const applicant = answerOf(answers, 'applicant');
  const name =
    step === 'mother' && applicant !== 'other'
      ? 'motherMobile'
      : step === 'other-person' && applicant === 'other'
        ? 'otherMobile'
        : null;
  if (!name || !phone || !isEmpty(answers[name])) return answers;
  if (name === 'otherMobile' && answerOf(answers, 'motherMobile').replace(/\D/g, '').endsWith(phone))
    return answers;
  return { ...answers, [name]: phone };
}
