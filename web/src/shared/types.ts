/** Short names for the shapes of the interface. The shapes themselves are generated in `@/api/schema`. */
import type { components } from '@/api/schema'

export type Schemas = components['schemas']
export type Text = Schemas['Text']
export type InstanceView = Schemas['InstanceControllerInstanceView']
export type SessionView = Schemas['SessionView']
export type Agency = Schemas['Agency']
export type OfficerView = Schemas['OfficerRecord']
export type AuditEntry = Schemas['AuditLogEntry']
export type Candidate = Schemas['Candidate']
export type Place = Schemas['Place']
export type Precinct = NonNullable<Place['precinct']>
export type ImportView = Schemas['ImportView']
export type RejectedRow = Schemas['RejectedRow']
export type CallView = Schemas['CallView']
export type Draft = Schemas['CallDraft']
export type IncidentType = Schemas['IncidentType']
export type Question = Schemas['IncidentTypeQuestion']
export type Disposition = Schemas['Disposition']
export type IncidentView = Schemas['IncidentView']
export type TimelineEntry = Schemas['TimelineEntry']
export type Likely = Schemas['Likely']
export type UnitView = Schemas['UnitView']
export type AssignmentView = Schemas['AssignmentView']
export type AssignmentStatus = AssignmentView['status']
export type Recommendation = Schemas['RecommendationView']
export type RecommendedUnit = Schemas['RecommendationViewCandidate']
export type Instruction = Schemas['InstructionView']
export type Whistle = Schemas['WhistleView']
export type AlertView = Schemas['AlertView']
export type Role = Schemas['RolesRole']
export type ReportCard = Schemas['ReportCard']
export type FigureView = Schemas['ReportCardValue']
export type FigureRecord = Schemas['ReportCardEntry']

/** One page of a keyset-paged list; `next` is the cursor of the following page, absent on the last. */
export interface Paged<T> {
  items: T[]
  next?: string | null
}
