using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Reunion.Core.Storage;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Tips;

/// <summary>Keeps the database from taking tips for as long as a test looks at what waits, and makes it refuse some.</summary>
internal sealed class StalledDatabase : IAsyncDisposable
{
    private readonly ReunionDbContext _db;
    private readonly IDbContextTransaction _lock;

    private StalledDatabase(ReunionDbContext db, IDbContextTransaction held) => (_db, _lock) = (db, held);

    /// <summary>No tip is stored from now on; reading goes on.</summary>
    public static async Task<StalledDatabase> HoldAsync(TestScene scene)
    {
        var db = scene.Db();
        // On SQLite a transaction has the one right to write from its beginning.
        var held = await db.Database.BeginTransactionAsync();
        if (db.Database.IsNpgsql())
            await db.Database.ExecuteSqlRawAsync("LOCK TABLE \"Tips\" IN SHARE MODE");
        return new StalledDatabase(db, held);
    }

    /// <summary>A tip with this text is refused by the database itself.</summary>
    public static async Task RefuseAsync(TestScene scene, string text)
    {
        await using var db = scene.Db();
        await db.Database.ExecuteSqlRawAsync(db.Database.IsNpgsql()
            ? $"ALTER TABLE \"Tips\" ADD CHECK (\"Text\" <> '{text}')"
            : $"CREATE TRIGGER refuse BEFORE INSERT ON Tips WHEN NEW.Text = '{text}' BEGIN SELECT RAISE(ABORT, 'refused'); END");
    }

    /// <summary>A tip with this text is taken, and what it is in is refused when it is to be committed.</summary>
    public static async Task RefuseLateAsync(TestScene scene, string text)
    {
        await using var db = scene.Db();
        await db.Database.ExecuteSqlRawAsync(db.Database.IsNpgsql()
            ? $"""
              CREATE FUNCTION refuse_late() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'refused'; END $$;
              CREATE CONSTRAINT TRIGGER refuse_late AFTER INSERT ON "Tips" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
              WHEN (NEW."Text" = '{text}') EXECUTE FUNCTION refuse_late();
              """
            : $"""
              CREATE TABLE Late (Tip TEXT REFERENCES Tips(Id) DEFERRABLE INITIALLY DEFERRED);
              CREATE TRIGGER refuse_late AFTER INSERT ON Tips WHEN NEW.Text = '{text}' BEGIN INSERT INTO Late VALUES ('nobody'); END;
              """);
    }

    public static async Task UntilAsync(Func<bool> isSo)
    {
        while (!isSo())
            await Task.Delay(5, TestContext.Current.CancellationToken);
    }

    public async Task ReleaseAsync() => await _lock.RollbackAsync();

    public async ValueTask DisposeAsync()
    {
        await _lock.DisposeAsync();
        await _db.DisposeAsync();
    }
}
