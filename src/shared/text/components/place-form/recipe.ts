/** What the IT helper pastes into a terminal; the words of Azure's own tool are the same in every language. */
export function azureRecipe({ account, container }: { account: string; container: string }) {
  return {
    account: [
      'az login',
      'az group create --name lifeboat --location centralus',
      `az storage account create --name ${account} --resource-group lifeboat --location centralus \\`,
      '  --sku Standard_ZRS --kind StorageV2 --https-only true --min-tls-version TLS1_2 --allow-blob-public-access false',
    ].join('\n'),
    protect: [
      `az storage account blob-service-properties update --account-name ${account} --resource-group lifeboat \\`,
      '  --enable-versioning true \\',
      '  --enable-delete-retention true --delete-retention-days 30 \\',
      '  --enable-container-delete-retention true --container-delete-retention-days 30',
    ].join('\n'),
    container: `az storage container-rm create --storage-account ${account} --resource-group lifeboat --name ${container}`,
    retention: [
      `az storage container immutability-policy create --account-name ${account} --resource-group lifeboat \\`,
      `  --container-name ${container} --period 30`,
    ].join('\n'),
    key: `az storage account show-connection-string --name ${account} --resource-group lifeboat --output tsv`,
  };
}
