import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type BackgroundNeeds, installBackground, removeBackground } from '../../../../../src/main/electron/background/install.ts';
import { profileAt } from '../../../../../src/main/profile/index.ts';
import { withScratch } from '../../../../support/scratch.ts';

const PROGRAM = 'C:\\Program Files\\Lifeboat\\Lifeboat.exe';

/** Windows' tools, as far as they are asked: what they were told is kept, and the tasks' descriptions. */
class Tools {
  readonly told: string[] = [];
  readonly descriptions: string[] = [];
  person = 'PHARMACY\\ana';
  refuses: string | undefined;

  needs(folder: string, changes: Partial<BackgroundNeeds> = {}): BackgroundNeeds {
    return {
      profile: profileAt(folder),
      program: PROGRAM,
      platform: 'win32',
      run: (tool, words) => {
        this.told.push([tool, ...words].join(' '));
        const file = words[words.indexOf('/xml') + 1];
        if (words.includes('/xml') && file !== undefined) this.descriptions.push(readFileSync(file, 'utf16le'));
        if (tool === this.refuses) return Promise.reject(new Error('Access is denied.'));
        const answers: Record<string, string> = { powershell: `${this.person}\r\n`, whoami: '"pharmacy\\admin","S-1-5-21-1-2-3-500"\r\n' };
        return Promise.resolve({ stdout: answers[tool] ?? '' });
      },
      wait: () => Promise.resolve(),
      isOwned: () => Promise.resolve(false),
      ...changes,
    };
  }
}

describe('--install-background', () => {
  it('registers the task, keeps others out of the profile, and gives whoever sits there the key', async () => {
    await withScratch(async (root) => {
      const [tools, folder] = [new Tools(), join(root, 'Lifeboat')];
      expect(await installBackground(tools.needs(folder))).toBe('installed');
      const { faces, faceKey, background } = profileAt(folder);
      const full = '*S-1-5-18:(OI)(CI)F *S-1-5-32-544:(OI)(CI)F';
      expect(tools.told).toEqual([
        `icacls ${folder} /inheritance:r /grant:r ${full} /q`,
        expect.stringContaining('powershell'),
        `icacls ${faces} /inheritance:r /grant:r ${full} PHARMACY\\ana:(OI)(CI)R /q`,
        expect.stringMatching(/^schtasks \/create \/tn \\Lifeboat\\Background owner \/xml .* \/f$/),
        'schtasks /run /tn \\Lifeboat\\Background owner',
      ]);
      expect(readFileSync(faceKey, 'utf8')).toMatch(/^[\w-]{43}$/);
      expect(existsSync(background)).toBe(true);
      expect(tools.descriptions[0]).toContain(`<Command>${PROGRAM}</Command><Arguments>--background</Arguments>`);
      expect(tools.descriptions[0]?.charCodeAt(0)).toBe(0xfeff);
    });
  });

  it('keeps the key when an update installs again, and the profile is its own', async () => {
    await withScratch(async (root) => {
      const tools = new Tools();
      await installBackground(tools.needs(root));
      const key = readFileSync(profileAt(root).faceKey, 'utf8');
      writeFileSync(profileAt(root).bootstrap, '{}');
      expect(await installBackground(tools.needs(root))).toBe('installed');
      expect(readFileSync(profileAt(root).faceKey, 'utf8')).toBe(key);
    });
  });

  it('gives whoever installs the key where nobody sits at the PC', async () => {
    await withScratch(async (root) => {
      const tools = new Tools();
      tools.person = '';
      await installBackground(tools.needs(root));
      expect(tools.told).toContainEqual(expect.stringContaining('*S-1-5-21-1-2-3-500:(OI)(CI)R'));
    });
  });

  it('leaves a profile to the person whose vault has its keys', async () => {
    await withScratch(async (root) => {
      const tools = new Tools();
      writeFileSync(profileAt(root).bootstrap, '{}');
      expect(await installBackground(tools.needs(root))).toBe('kept-by-a-person');
      expect(tools.told).toEqual([]);
      expect(existsSync(profileAt(root).faceKey)).toBe(false);
    });
  });

  it('does not count as installed where Windows refuses, or elsewhere', async () => {
    await withScratch(async (root) => {
      const tools = new Tools();
      tools.refuses = 'schtasks';
      await expect(installBackground(tools.needs(root))).rejects.toThrow('denied');
      expect(await installBackground(new Tools().needs(root, { platform: 'linux' }))).toBe('not-windows');
    });
  });
});

describe('--remove-background', () => {
  it('asks the owner to end, waits for it, and takes the tasks away; the profile stays', async () => {
    await withScratch(async (root) => {
      const tools = new Tools();
      await installBackground(tools.needs(root));
      mkdirSync(join(root, 'kept'));
      tools.told.length = 0;
      let looks = 0;
      const isOwned = (): Promise<boolean> => {
        expect(existsSync(profileAt(root).faceKey)).toBe(false);
        expect(tools.told).toEqual([]);
        return Promise.resolve(++looks < 4);
      };
      await removeBackground(tools.needs(root, { isOwned }));
      expect(looks).toBe(4);
      expect(tools.told).toEqual([
        'schtasks /end /tn \\Lifeboat\\Background owner',
        'schtasks /delete /tn \\Lifeboat\\Background owner /f',
        'schtasks /end /tn \\Lifeboat\\Wake for backups',
        'schtasks /delete /tn \\Lifeboat\\Wake for backups /f',
      ]);
      expect(existsSync(profileAt(root).background)).toBe(true);
    });
  });

  it('does not wait for ever for an owner that hangs, and may come twice', async () => {
    await withScratch(async (root) => {
      const tools = new Tools();
      tools.refuses = 'schtasks';
      await removeBackground(tools.needs(root, { isOwned: () => Promise.resolve(true) }));
      expect(tools.told).toHaveLength(4);
    });
  });
});
