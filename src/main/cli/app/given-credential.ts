/** What opens a place on the network, from the variables that the other commands take it from; undefined: nothing is given. */
export function givenCredential({
  AZURE_STORAGE_CONNECTION_STRING,
  AZURE_ACCOUNT_SAS,
  AZURE_ACCOUNT_KEY,
}: NodeJS.ProcessEnv): { connectionString?: string; sasToken?: string; accountKey?: string } | undefined {
  const credential = {
    ...(AZURE_STORAGE_CONNECTION_STRING && { connectionString: AZURE_STORAGE_CONNECTION_STRING }),
    ...(AZURE_ACCOUNT_SAS && { sasToken: AZURE_ACCOUNT_SAS }),
    ...(AZURE_ACCOUNT_KEY && { accountKey: AZURE_ACCOUNT_KEY }),
  };
  return Object.keys(credential).length > 0 ? credential : undefined;
}
