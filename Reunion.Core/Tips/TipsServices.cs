using Microsoft.Extensions.DependencyInjection;
using Reunion.Core.Live;
using Reunion.Core.Tips.Board;
using Reunion.Core.Tips.Conversation;
using Reunion.Core.Tips.Export;
using Reunion.Core.Tips.Intake;

namespace Reunion.Core.Tips;

/// <summary>Registers the tip inbox.</summary>
public static class TipsServices
{
    /// <summary>Adds the use cases of this folder.</summary>
    /// <param name="services">The program's services.</param>
    public static IServiceCollection AddReunionTips(this IServiceCollection services) => services
        .AddSingleton<TipFormValidator>()
        .AddSingleton<TipOriginalVault>()
        .AddSingleton<TipPhotoDesk>()
        .AddSingleton<TipWriter>()
        .AddSingleton<SubmitTip>()
        .AddSingleton<ReadOriginal>()
        .AddSingleton<ReviewTip>()
        .AddSingleton<ReviewTips>()
        .AddSingleton<ReadReviewers>()
        .AddSingleton<ReadTips>()
        .AddSingleton<TipRows>()
        .AddSingleton<TipViews>()
        .AddSingleton(services => new TipBoards(
            services.GetRequiredService<TipRows>(), services.GetRequiredService<LiveFeed>(), services.GetRequiredService<TimeProvider>()))
        .AddSingleton<ExportTips>()
        .AddSingleton<ReadOwnTip>()
        .AddSingleton<AddTipMessage>()
        .AddSingleton<ReplyToTip>()
        .AddSingleton<ReadConversation>();
}
