using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Reunion.Core.Live;
using Reunion.Core.Tips.Board;
using Reunion.Core.Tips.Conversation;
using Reunion.Core.Tips.Export;
using Reunion.Core.Tips.Intake;
using Reunion.Core.Tips.Retention;

namespace Reunion.Core.Tips;

/// <summary>Registers the tip inbox.</summary>
public static class TipsServices
{
    /// <summary>Adds the use cases of this folder.</summary>
    /// <param name="services">The program's services.</param>
    /// <remarks>Reads <c>Reunion:Tips:Retention</c> of the program's configuration.</remarks>
    public static IServiceCollection AddReunionTips(this IServiceCollection services)
    {
        services.AddOptions<TipRetentionOptions>().BindConfiguration(TipRetentionOptions.Section).ValidateOnStart();
        return services
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
            .AddSingleton(provider => new TipBoards(
                provider.GetRequiredService<TipRows>(), provider.GetRequiredService<LiveFeed>(), provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<ExportTips>()
            .AddSingleton<ReadOwnTip>()
            .AddSingleton<AddTipMessage>()
            .AddSingleton<ReplyToTip>()
            .AddSingleton<ReadConversation>()
            .AddSingleton<IValidateOptions<TipRetentionOptions>, TipRetentionOptionsValidator>()
            .AddSingleton<EraseTipData>()
            .AddHostedService<TipErasing>();
    }
}
