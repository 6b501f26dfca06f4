import { lessonPath, type Lesson } from '../lesson-list.ts';
import { withBase } from '../with-base.ts';

/** Structured data after schema.org, a tree of plain values. */
export type StructuredData = Readonly<Record<string, unknown>>;

const LICENSE = 'https://creativecommons.org/licenses/by/4.0/';
/** What holds for the course and for each lesson. */
const COMMON = {
  inLanguage: 'en',
  isAccessibleForFree: true,
  license: LICENSE,
  educationalLevel: 'Beginner',
  // Every demo tells in words what changes in its sound, every picture what it shows.
  accessibilityFeature: ['alternativeText', 'longDescription', 'structuralNavigation'],
  accessibilityControl: ['fullKeyboardControl', 'fullMouseControl', 'fullTouchControl'],
  accessibilityHazard: ['noFlashingHazard', 'noMotionSimulationHazard'],
} as const;

/** The course, for search engines: https://schema.org/Course. */
export function courseData(description: string, lessons: readonly Lesson[], site?: URL): StructuredData {
  const minutes = lessons.reduce((sum, { data }) => sum + data.minutes, 0);
  return {
    '@context': 'https://schema.org',
    '@type': 'Course',
    name: 'Bypass',
    description,
    url: addressOf('', site),
    provider: { '@type': 'Organization', name: 'Bypass', url: addressOf('', site) },
    ...COMMON,
    offers: { '@type': 'Offer', category: 'Free', price: 0 },
    hasCourseInstance: {
      '@type': 'CourseInstance',
      courseMode: 'Online',
      courseWorkload: `PT${minutes}M`,
    },
    hasPart: lessons.map((lesson) => ({
      '@type': 'LearningResource',
      name: lesson.data.title,
      url: addressOf(lessonPath(lesson), site),
    })),
  };
}

/** A lesson, for search engines: https://schema.org/LearningResource. */
export function lessonData(lesson: Lesson, position: number, site?: URL): StructuredData {
  const { title, summary, unit, minutes, terms } = lesson.data;
  return {
    '@context': 'https://schema.org',
    '@type': 'LearningResource',
    name: title,
    description: summary,
    url: addressOf(lessonPath(lesson), site),
    position,
    isPartOf: { '@type': 'Course', name: 'Bypass', url: addressOf('', site) },
    about: unit,
    learningResourceType: 'Lesson',
    interactivityType: 'mixed',
    timeRequired: `PT${minutes}M`,
    teaches: terms.map(({ term }) => term),
    ...COMMON,
  };
}

/** An address within the site, whole where the site's own is known. */
function addressOf(path: string, site?: URL): string {
  return site ? new URL(withBase(path), site).href : withBase(path);
}
