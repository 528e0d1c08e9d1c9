import { useI18n } from 'vue-i18n'

export function useDistance(): (meters: number) => string {
  const { t } = useI18n()
  return (meters) =>
    meters < 1000
      ? t('incident.meters', { value: Math.round(meters / 10) * 10 })
      : t('incident.kilometres', { value: (meters / 1000).toFixed(1) })
}
