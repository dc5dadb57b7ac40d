using System.Xml.Linq;
using Reunion.Core.Cap;
using Reunion.Core.Common.People;
using Reunion.Core.Tips;
using Reunion.Tests.Dispatch;

namespace Reunion.Tests.Cap;

public sealed class SightingAreaTests
{
    private static readonly XNamespace Cap = "urn:oasis:names:tc:emergency:cap:1.2";

    private static readonly Actor Reviewer = new("reviewer", "Reviewer", "330106", "Unit", [Roles.Supervisor]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(30.2937, 120.1614, "经核实的目击地点（浙江省杭州）周围100公里；儿童最后出现在杭州",
        "Within 100 km of a verified sighting in Hangzhou, Zhejiang; the child was last seen at 杭州")]
    [InlineData(30.40, 120.10, "经核实的目击地点（浙江省杭州西北方向13公里处）周围100公里；儿童最后出现在杭州",
        "Within 100 km of a verified sighting 13 km north-west of Hangzhou, Zhejiang; the child was last seen at 杭州")]
    [InlineData(30.337, 120.1614, "经核实的目击地点（浙江省杭州北方向4.8公里处）周围100公里；儿童最后出现在杭州",
        "Within 100 km of a verified sighting 4.8 km north of Hangzhou, Zhejiang; the child was last seen at 杭州")]
    public async Task The_area_of_a_sighting_names_the_nearest_place(double latitude, double longitude, string chinese, string english)
    {
        await using var scene = await DispatchScene.CreateAsync();
        var (partner, _) = await scene.AddPartnerAsync();
        var alert = await scene.IssueAsync();
        await scene.AdvanceAsync(alert);
        var tip = await scene.Get<SubmitTip>().ExecuteAsync(
            alert,
            new TipForm
            {
                Kind = TipKind.Sighting, Text = "I saw him", Latitude = latitude, Longitude = longitude, Source = TipSource.PartnerApi, PartnerId = partner,
            },
            Cancel);
        scene.Clock.Advance(TimeSpan.FromMinutes(10));
        await scene.Get<ReviewTip>().VerifyAsync(Reviewer, tip.TipId, 0, "Seen on camera", withCircle: true, Cancel);
        await scene.AdvanceAsync(alert);

        var newest = (await scene.RowsAsync<CapDocument>()).MaxBy(d => d.Revision)!;
        var areas = XElement.Parse(newest.Xml).Elements(Cap + "info").Select(info => info.Elements(Cap + "area").Last().Element(Cap + "areaDesc")!.Value);
        Assert.Equal([chinese, english], areas);
    }
}
