using Reunion.Core.Common;
using Reunion.Core.Storage;
using Reunion.Core.Tips;
using Reunion.Core.Tips.Board;
using Reunion.Tests.Support.Databases;

namespace Reunion.Tests.Tips.Board;

/// <summary>An alert with tips, seen on the board.</summary>
internal sealed class BoardScene(TestScene scene, AlertId alert) : IAsyncDisposable
{
    private int _tips;

    public TestScene Scene => scene;

    public AlertId Alert => alert;

    public TipBoards Boards => scene.Get<TipBoards>();

    public static async Task<BoardScene> CreateAsync(StorageProvider provider = StorageProvider.Sqlite)
    {
        var scene = await TestScene.CreateAsync(provider);
        return new BoardScene(scene, await scene.IssuedAsync());
    }

    /// <summary>A tip with words of its own, changed as the test wants it.</summary>
    public async Task<TipReceipt> TipAsync(Action<TipForm>? change = null, string? text = null)
    {
        scene.Clock.Advance(TimeSpan.FromSeconds(1));
        var form = TestFiles.Tip();
        form.Text = text ?? $"tip number {_tips++}";
        change?.Invoke(form);
        return await scene.Get<SubmitTip>().ExecuteAsync(alert, form);
    }

    public Task<BoardSnapshot> SeeAsync() => Boards.GetAsync(TestPeople.Supervisor, alert);

    /// <summary>The board after it caught up with some tips.</summary>
    public async Task<BoardSnapshot> SeeAsync(params TipId[] changed)
    {
        await Boards.CatchUpAsync(alert, changed);
        return await SeeAsync();
    }

    public ValueTask DisposeAsync() => scene.DisposeAsync();
}
