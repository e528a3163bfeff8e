/** One small style sheet: the payment page is another company's page, so it does not wear the portal's cord. */
export const PAGE_STYLE = `
*,*::before,*::after{box-sizing:border-box}
html{color-scheme:light;-webkit-text-size-adjust:100%}
body{margin:0;background:#f4f4f1;color:#1d2126;font:1.0625rem/1.6 system-ui,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;overflow-wrap:anywhere}
:lang(zh-CN) body,body:lang(zh-CN){line-height:1.75}
h1,h2,p,dl,dd,fieldset,legend{margin:0;padding:0}fieldset{border:0;min-width:0}
.band{background:repeating-linear-gradient(135deg,#5b2d82 0 1.5rem,#6c3a96 1.5rem 3rem);color:#fff;padding:.75rem 1rem;text-align:center}
.band b{font-size:1.125rem}.band p{font-size:.9375rem}
main{max-width:30rem;margin:0 auto;padding:1.25rem 1rem 3rem}
h1{font-size:1.5rem;line-height:1.35}h2{font-size:1.125rem;margin:1.75rem 0 .5rem}
.sum{background:#fff;border-radius:.75rem;padding:1rem;margin-top:1rem}
.sum div{display:flex;justify-content:space-between;gap:1rem;padding:.35rem 0}.sum dt{color:#4d555e;flex:none}.sum dd{text-align:right}
.sum .t dd{font-size:1.75rem;font-weight:600;font-variant-numeric:tabular-nums;line-height:1.2}.sum .t{align-items:baseline}
details{background:#fff;border:1.5px solid #7c838a;border-radius:.75rem;margin-top:.75rem;padding:0 1rem}
details[open]{border-color:#5b2d82;box-shadow:inset 0 0 0 1px #5b2d82;padding-bottom:1rem}
summary{min-height:3.25rem;display:flex;align-items:center;font-weight:600;cursor:pointer;list-style:none;gap:.6rem}
summary::-webkit-details-marker{display:none}summary::before{content:"";width:1.15rem;height:1.15rem;border:2px solid #5b2d82;border-radius:50%;flex:none}
details[open]>summary::before{background:radial-gradient(#5b2d82 45%,transparent 50%)}
label{display:block;font-weight:600;margin-top:1rem}.hint{display:block;font-size:.9375rem;color:#4d555e;font-weight:400;line-height:1.55}
input{display:block;width:100%;min-height:3rem;margin-top:.35rem;padding:.5rem .75rem;border:1.5px solid #6c747c;border-radius:.5rem;background:#fff;font:inherit;font-variant-numeric:tabular-nums}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:1rem;align-items:end}
button,.btn{display:flex;align-items:center;justify-content:center;width:100%;min-height:3.25rem;margin-top:1rem;padding:.5rem 1rem;border-radius:.5rem;border:2px solid #5b2d82;background:#5b2d82;color:#fff;font:inherit;font-weight:600;text-align:center;text-decoration:none;cursor:pointer}
button:hover,.btn:hover{background:#43205f}.quiet{background:transparent;color:#5b2d82}.quiet:hover{background:#efe8f5}
a{color:#5b2d82}.cancel{display:inline-flex;align-items:center;min-height:3rem;margin-top:1rem}
:focus-visible{outline:3px solid #14292c;outline-offset:3px;box-shadow:0 0 0 3px #ffd54a;border-radius:.25rem}
.bad{background:#fff;border:3px solid #a61b3c;border-radius:.75rem;padding:.75rem 1rem;margin-top:1rem}.bad b{display:block}.err{display:block;color:#a61b3c;font-weight:600;line-height:1.5}
.wrong input,input.wrong{border-color:#a61b3c;border-width:2px}
.try{margin-top:2rem;padding:1rem;border:2px dashed #5b2d82;border-radius:.75rem}.try h2{margin-top:0}
.say{margin-top:1.25rem}.qr{background:#fff;border-radius:.75rem;padding:1rem;margin-top:1rem;text-align:center}.qr svg{width:12rem;height:12rem;max-width:100%}
@media (forced-colors:active){.sum,.qr,.bad{border:1px solid CanvasText}}
@media (prefers-reduced-motion:no-preference){button,.btn{transition:background 120ms}}
`;
