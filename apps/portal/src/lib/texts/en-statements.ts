/** Words of statements with a photo, in English. */
export const enStatements = {
  photo: 'Photo',
  enlarge: 'Show the photo in full size',
};
