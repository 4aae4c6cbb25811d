/** Headings of tables. */
export const englishTables = {
  id: 'ID',
  time: 'Time',
  host: 'Host',
  user: 'User',
  tags: 'Tags',
  reasons: 'Reasons',
  paths: 'Paths',
  size: 'Size',
  created: 'Created',
  source: 'Source',
  state: 'State',
  places: 'Places',
};
