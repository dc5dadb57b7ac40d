using System.Net;
using Microsoft.EntityFrameworkCore;
using Reunion.Core.Tips;
using Reunion.Tests.Api;

namespace Reunion.Tests.Public.Pressure;

[Collection(SurfaceScene.Collection)]
public sealed class CarrierTests(SurfaceScene scene)
{
    private const int Tips = 5000;

    [Fact]
    public async Task Five_thousand_tips_from_one_address_are_all_taken()
    {
        var facts = await scene.IssueAsync();
        using var program = PublicReader.Program(scene.PublicUrl);
        var answers = new HttpStatusCode[Tips];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Tips), new ParallelOptions { MaxDegreeOfParallelism = 64, CancellationToken = TestContext.Current.CancellationToken },
            async (i, cancel) =>
            {
                using var answer = await program.PostAsync(
                    $"a/{facts.Alert.Code}/tips", PublicReader.Form(new { kind = "sighting", text = $"I saw her, said {i}" }), cancel);
                answers[i] = answer.StatusCode;
            });
        Assert.Equal([HttpStatusCode.Created], answers.Distinct());
        Assert.Equal(Tips, await scene.ReadAsync(db => db.Set<Tip>().CountAsync(t => t.AlertId == facts.Alert.Id)));
    }
}
