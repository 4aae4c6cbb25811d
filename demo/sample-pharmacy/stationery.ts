import type { FolderWriter } from './folder-writer.ts';
import { inboxFolder, labelsFolder, vendorFolder } from './layout.ts';
import { noise } from './random.ts';

/** Label templates, the pharmacy system's own files and the scanner's empty inbox: what changes once in years. */
export function writeStationery(writer: FolderWriter, seed: string, time: Date): void {
  for (const [name, lines] of Object.entries(labels)) writer.write(`${labelsFolder}/${name}`, lines.join('\n').concat('\n'), time);
  writer.write(`${vendorFolder}/settings.ini`, settings, time);
  writer.write(`${vendorFolder}/READ ME FIRST.txt`, 'Sample pharmacy system. Everything in this folder is invented.\n', time);
  for (const name of ['switch-client', 'e-prescribing', 'wholesaler']) {
    writer.write(`${vendorFolder}/certificates/${name}.pem`, certificate(`${seed}/${name}`), time);
  }
  writer.write(`${vendorFolder}/license.dat`, noise(`${seed}/license`, 2_048), time);
  writer.folder(inboxFolder, time);
}

const labels: Readonly<Record<string, readonly string[]>> = {
  'bottle-label.zpl': [
    '^XA',
    '^FO30,30^A0N,40^FD{{pharmacy}}^FS',
    '^FO30,90^FDRx {{rx}}  {{filled}}^FS',
    '^FO30,140^FD{{patient}}^FS',
    '^FO30,190^FD{{directions}}^FS',
    '^XZ',
  ],
  'shelf-label.zpl': ['^XA', '^FO20,20^FD{{drug}} {{strength}}^FS', '^FO20,60^BY2^BCN,60^FD{{ndc}}^FS', '^XZ'],
  'caution-drowsy.zpl': ['^XA', '^FO20,20^FDMay cause drowsiness.^FS', '^XZ'],
  'caution-food.zpl': ['^XA', '^FO20,20^FDTake with food.^FS', '^XZ'],
};

const settings = [
  '[pharmacy]',
  'name=Harbor Lane Sample Pharmacy',
  'ncpdp=9999999',
  '[switch]',
  'host=switch.example.invalid',
  'port=443',
  '',
].join('\n');

/** Has a certificate's shape and no more. */
function certificate(seed: string): string {
  const body =
    noise(seed, 900)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...body, '-----END CERTIFICATE-----', ''].join('\n');
}
